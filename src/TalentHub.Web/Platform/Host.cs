using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Data.Auditing;
using TalentHub.Domain.Access;
using TalentHub.Web.Features.Interviews;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Jobs;
using TalentHub.Web.Platform.Mail;
using TalentHub.Web.Platform.Pipeline;
using TalentHub.Web.Platform.Printing;
using TalentHub.Web.Platform.Rendering;
using TalentHub.Web.Platform.Security;

namespace TalentHub.Web.Platform;

/// <summary>What the web program is made of, and what a request passes, in order.</summary>
public static class Host
{
    /// <summary>Services shared by the web server and the console verbs.</summary>
    public static IServiceCollection AddTalentHub(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new DataDirectory(dataDirectory));
        services.AddTalentHubDb(configuration, dataDirectory);
        services.AddScoped<AuditVerifier>();
        services.AddScoped<Session>();
        services.AddTransient(s => s.GetRequiredService<Session>().Viewer);
        services.AddPipeline(typeof(Host).Assembly);
        services.AddIdentityCore<Account>(Identity).AddEntityFrameworkStores<TalentHubDb>().AddSignInManager().AddDefaultTokenProviders();
        return services;
    }

    /// <summary>Services of the web server alone.</summary>
    public static void AddTalentHubWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddScoped<CspNonce>();
        services.AddScoped(Places.For);
        services.AddPrinting(builder.Configuration);
        services.AddMail(builder.Configuration);
        services.AddScoped<InterviewPost>().AddRounds<RemindInterviewers.Round>();
        services.AddRequestLimits(builder.Configuration);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, ProtectionKeys>();
        services.AddDataProtection().SetApplicationName("TalentHub");
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(o => o.ApplicationCookie!.Configure(cookie =>
        {
            cookie.Cookie.Name = "talenthub";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/problem/403";
            cookie.Events.OnValidatePrincipal = Viewers.Validate;
            cookie.Events.OnRedirectToLogin = redirect =>
            {
                if (redirect.Request.Path.StartsWithSegments("/api")) redirect.Response.StatusCode = 401;
                else redirect.Response.Redirect(redirect.RedirectUri);
                return Task.CompletedTask;
            };
        }));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "talenthub.form";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        // Said once for every cookie, whoever sets it: anti-forgery refuses to work over plain HTTP when told so itself, and that is how a proxy speaks to us.
        services.Configure<CookiePolicyOptions>(o => (o.Secure, o.HttpOnly, o.MinimumSameSitePolicy) = (CookieSecurePolicy.Always, HttpOnlyPolicy.Always, SameSiteMode.Lax));
        services.Configure<FormOptions>(o => (o.MultipartBodyLengthLimit, o.ValueLengthLimit) = (10 << 20, 1 << 20));
        builder.WebHost.ConfigureKestrel(o => (o.Limits.MaxRequestBodySize, o.AddServerHeader) = (10 << 20, false));
        // In words, by the same map as every other failure.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            o.SerializerOptions.Converters.Add(new PlainTextConverter());
            o.SerializerOptions.RespectNullableAnnotations = true;
        });
        services.AddRazorPages(o => o.RootDirectory = "/Features").AddMvcOptions(o =>
        {
            o.Filters.Add<RedisplayFilter>();
            o.ModelBinderProviders.Insert(0, new PlainTextBinder.Provider());
            o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            Sentences.Use(o.ModelBindingMessageProvider);
        }).AddViewOptions(o => o.HtmlHelperOptions.ClientValidationEnabled = false).AddRazorOptions(o => o.PageViewLocationFormats.Add("/Platform/Rendering/{0}.cshtml"));
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.AddOpenApi();
    }

    /// <summary>What a request passes, in order.</summary>
    public static void UseTalentHub(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        // A form sent by script is answered with a line: packing it takes longer than sending it.
        app.UseWhen(c => !(HttpMethods.IsPost(c.Request.Method) && c.Request.Path.StartsWithSegments("/api")), packed => packed.UseResponseCompression());
        app.UseSecurityHeaders();
        app.UseCookiePolicy();
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        app.UseMiddleware<FailureMiddleware>();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public,max-age=31536000,immutable" : "public,max-age=3600" });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapOpenApi("/api/openapi.json").AllowAnonymous();
        Api.Map(app);
    }

    private static void Identity(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = true;
        options.Password = new PasswordOptions { RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false, RequiredUniqueChars = 5 };
        options.Lockout.MaxFailedAccessAttempts = 10;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(1);
    }
}

/// <summary>Where the files of this installation lie.</summary>
public sealed record DataDirectory(string Path);
