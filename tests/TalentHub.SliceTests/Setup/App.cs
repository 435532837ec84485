using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Security;

namespace TalentHub.SliceTests.Setup;

/// <summary>The real program on a database of its own, with a clock that stands still.</summary>
public class App : IDisposable, IAsyncDisposable
{
    private readonly Lazy<TestHost> host;
    private bool disposed;

    public App() => host = new(() => TestHost.Lend(Begins, Adjust));

    public IServiceProvider Services => Host.Services;
    public SettableClock Clock => Host.Clock;
    public string DataDirectory => Host.DataDirectory;
    public SqlCounter Sql => Host.Sql;
    public LetterBox Mail => Host.Mail;
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>What the database holds when the first thing is asked of it.</summary>
    protected Snapshot Begins { get; set; } = TestHost.Fresh;

    private TestHost Host => host.Value;

    /// <summary>Runs work in a scope of its own, as the viewer.</summary>
    public async Task<T> Scoped<T>(Viewer viewer, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Session>().Viewer = viewer;
        return await work(scope.ServiceProvider);
    }

    /// <summary>Sends a request through the real pipeline as the account stands in the database now.</summary>
    public async Task<T> Send<T>(Guid accountId, IRequest<T> request) => await Send(await Viewer(accountId), request);

    /// <summary>Sends a request through the real pipeline as the viewer.</summary>
    public Task<T> Send<T>(Viewer viewer, IRequest<T> request) => Scoped(viewer, s => s.GetRequiredService<IMediator>().Send(request));

    /// <summary>The viewer as every web request would resolve them.</summary>
    public Task<Viewer> Viewer(Guid accountId) =>
        Db(async db => await Viewers.Load(db, accountId, null, default) ?? throw new InvalidOperationException("No such account, or disabled."));

    public Task<T> Db<T>(Func<TalentHubDb, Task<T>> work) => Scoped(Domain.Access.Viewer.Nobody, s => work(s.GetRequiredService<TalentHubDb>()));

    /// <summary>Writes straight to the database, for preparing a test.</summary>
    public Task Save(Func<TalentHubDb, Task> work) => Db(async db =>
    {
        db.Doing = "Test";
        await work(db);
        return await db.SaveChangesAsync();
    });

    /// <summary>Makes an account with these roles.</summary>
    public async Task<Guid> Account(string name, params Role[] roles)
    {
        var account = new Account { DisplayName = name, UserName = $"{name.Replace(' ', '.').ToLowerInvariant()}@example.test", Email = $"{name.Replace(' ', '.').ToLowerInvariant()}@example.test", CreatedAt = Now };
        await Scoped(Domain.Access.Viewer.Console, async s =>
        {
            var result = await s.GetRequiredService<UserManager<Account>>().CreateAsync(account);
            Assert.True(result.Succeeded, string.Join(" ", result.Errors.Select(e => e.Description)));
            var db = s.GetRequiredService<TalentHubDb>();
            db.RoleGrants.AddRange(roles.Select(r => new RoleGrant(account.Id, r, account.Id, Now)));
            return await db.SaveChangesAsync();
        });
        return account.Id;
    }

    /// <summary>A browser-like client with the real sign-in cookie of the account; redirects are not followed.</summary>
    public async Task<HttpClient> Client(Guid? accountId = null)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost"), HandleCookies = true });
        if (accountId is { } id) client.DefaultRequestHeaders.Add("Cookie", await Cookie(id));
        return client;
    }

    /// <summary>The sign-in cookie, as the sign-in page would set it.</summary>
    public Task<string> Cookie(Guid accountId) => Scoped(Domain.Access.Viewer.Nobody, async s =>
    {
        var account = await s.GetRequiredService<UserManager<Account>>().FindByIdAsync(accountId.ToString());
        ClaimsPrincipal principal = await s.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(account!);
        var options = s.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow().AddHours(12) };
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme))}";
    });

    /// <summary>A client that speaks to the program directly, as these options say.</summary>
    public HttpClient CreateClient(WebApplicationFactoryClientOptions options) => Host.CreateClient(options);

    /// <summary>Where a kind of test puts something else at an edge of the process: the same for all of its kind.</summary>
    protected virtual void Adjust(IServiceCollection services)
    {
    }

    /// <summary>Keeps the database as it now is, for others to begin with.</summary>
    protected Snapshot Keep() => Host.Keep();

    public void Dispose()
    {
        // Asked twice, by Dispose and by DisposeAsync: it must not be lent to two tests.
        if (!disposed && host.IsValueCreated) Host.TakeBack();
        disposed = true;
        GC.SuppressFinalize(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
