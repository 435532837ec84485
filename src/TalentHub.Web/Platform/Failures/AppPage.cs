using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Platform.Failures;

/// <summary>
/// A page that shows something. <see cref="LoadAsync"/> reads what it shows; a post handler sends a command and redirects.
/// When the command fails the page is shown again with its sentence, its status and everything that was typed.
/// </summary>
public abstract class AppPage(IMediator mediator) : PageModel
{
    protected IMediator Mediator { get; } = mediator;

    /// <summary>Reads what the page shows; called before it is shown, and again when a post failed.</summary>
    public abstract Task LoadAsync(CancellationToken ct);

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    internal virtual Task RedisplayAsync(Failure failure, CancellationToken ct) => LoadAsync(ct);
}

/// <summary>A page around one form. The form is the command itself, filled from what is stored.</summary>
public abstract class FormPage<TCommand>(IMediator mediator) : AppPage(mediator)
    where TCommand : class, new()
{
    [BindProperty] public TCommand Form { get; set; } = new();

    /// <summary>After a conflict: what differs between what was typed and what is stored now.</summary>
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    /// <summary>Reads what surrounds the form, and returns the form as stored (or empty for something new).</summary>
    protected abstract Task<TCommand> FillAsync(CancellationToken ct);

    /// <summary>What an identity in the form stands for, so that a conflict is told in names; none: the identity is shown.</summary>
    protected virtual string? NameOf(Guid id) => null;

    /// <summary>Whether the command was refused because of this field.</summary>
    protected bool IsRefused(string name) => ModelState.TryGetValue($"{nameof(Form)}.{name}", out var entry) && entry.Errors.Count > 0;

    public sealed override async Task LoadAsync(CancellationToken ct) => Form = await FillAsync(ct);

    internal sealed override async Task RedisplayAsync(Failure failure, CancellationToken ct)
    {
        var typed = Form;
        var stored = await FillAsync(ct);
        Form = typed;
        if (failure.Status != 409 || typed is not IVersioned mine || stored is not IVersioned theirs) return;
        Differences = Difference.Between(typed, stored, NameOf);
        mine.Version = theirs.Version;
        ModelState.Remove($"{nameof(Form)}.{nameof(IVersioned.Version)}");
    }
}

/// <summary>One field two people wrote differently.</summary>
public sealed record Difference(string Field, string Yours, string Theirs)
{
    /// <summary>The fields in which two forms differ, in words.</summary>
    /// <param name="nameOf">What an identity stands for.</param>
    public static List<Difference> Between<T>(T yours, T theirs, Func<Guid, string?> nameOf) =>
        [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.Name is not (nameof(IVersioned.Version) or "Id") && p.GetIndexParameters().Length == 0)
            .Select(p => new Difference(Label(p.Name), Say(p.GetValue(yours), nameOf), Say(p.GetValue(theirs), nameOf)))
            .Where(d => d.Yours != d.Theirs)];

    private static string Label(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    private static string Say(object? value, Func<Guid, string?> nameOf) => value switch
    {
        null => "",
        Guid id => nameOf(id) ?? $"{id}",
        string text => text.Trim(),
        System.Collections.IEnumerable list => string.Join("; ", list.Cast<object?>().Select(v => Say(v, nameOf))),
        _ => value.ToString() ?? "",
    };
}

/// <summary>Catches what a page's post handler could not do and shows the page again.</summary>
internal sealed class RedisplayFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is not AppPage page || HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            await next();
            return;
        }
        if (!page.ModelState.IsValid)
        {
            var unread = new Failure(422, [], "unreadable-input");
            await page.RedisplayAsync(unread, context.HttpContext.RequestAborted);
            context.Result = Shown(page, 422);
            return;
        }
        var executed = await next();
        if (executed.Exception is null || executed.ExceptionHandled || FailureMap.Of(executed.Exception) is not { Status: 409 or 422 } failure) return;
        foreach (var (field, sentence) in failure.Errors)
            page.ModelState.AddModelError(NameOnPage(page, field), sentence);
        await page.RedisplayAsync(failure, context.HttpContext.RequestAborted);
        executed.ExceptionHandled = true;
        executed.Result = Shown(page, failure.Status);
    }

    private static PageResult Shown(AppPage page, int status)
    {
        var result = page.Page();
        result.StatusCode = status;
        return result;
    }

    /// <summary>A field that the form does not have is said at the top of the page, where it cannot be missed.</summary>
    private static string NameOnPage(AppPage page, string field)
    {
        if (field.Length == 0) return "";
        var form = page.GetType().GetProperty("Form")?.PropertyType;
        return form?.GetProperty(field.Split('[', '.')[0]) is null ? "" : $"Form.{field}";
    }
}
