using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Mail;
using TalentHub.Web.Platform.Mail;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Mail;

/// <summary>The company's own wording of a kind of letter, in place of ours.</summary>
public static class EditTemplate
{
    [Requires(Right.WorkLibrary)]
    public sealed record List : IQuery<IReadOnlyList<Row>>;

    /// <param name="Own">Whether the company has worded it itself.</param>
    public sealed record Row(LetterKind Kind, string Subject, bool Own);

    [Requires(Right.WorkLibrary)]
    public sealed record Query(LetterKind Kind, string? Subject = null, string? Text = null) : IQuery<View>;

    /// <param name="Stored">The subject as it is stored.</param>
    /// <param name="Preview">The wording with an invented interview filled in.</param>
    public sealed record View(bool Own, string Stored, string? By, DateTime? At, IReadOnlyList<string> Placeholders, TemplateText Preview, Command Form);

    /// <summary>Version is 0 while our own wording is used.</summary>
    [Requires(Right.WorkLibrary)]
    public sealed record Command : ICommand, IVersioned
    {
        public LetterKind Kind { get; set; }
        public int Version { get; set; }
        public string? Subject { get; set; }
        public string? Text { get; set; }
    }

    /// <summary>Goes back to our wording.</summary>
    [Requires(Right.WorkLibrary)]
    public sealed record Reset(LetterKind Kind) : ICommand;

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Kind).Must(Placeholders.Kinds.Contains).WithMessage("There is no such letter.");
            RuleFor(c => c.Subject).NotEmpty().WithMessage("Please write a subject.");
            RuleFor(c => c.Text).NotEmpty().WithMessage("Please write the letter.");
        }
    }

    internal sealed class Lister(TalentHubDb db, Outbox outbox) : IRequestHandler<List, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(List query, CancellationToken ct)
        {
            var own = await db.MailTemplates.Select(t => t.Kind).ToListAsync(ct);
            var rows = new List<Row>();
            foreach (var kind in Placeholders.Kinds) rows.Add(new Row(kind, (await outbox.Template(kind, ct)).Subject, own.Contains(kind)));
            return rows;
        }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            if (!Placeholders.Kinds.Contains(query.Kind)) throw new NotFound("That letter");
            var own = await db.MailTemplates.Where(t => t.Kind == query.Kind)
                .Select(t => new { t.Version, t.Subject, t.Text, t.At, By = db.Users.Where(u => u.Id == t.By).Select(u => u.DisplayName).FirstOrDefault() }).SingleOrDefaultAsync(ct);
            var words = own is null ? Outbox.Shipped(query.Kind) : new TemplateText(own.Subject, own.Text);
            var form = new Command { Kind = query.Kind, Version = own?.Version ?? 0, Subject = words.Subject, Text = words.Text };
            var shown = new TemplateText(query.Subject ?? words.Subject, query.Text ?? words.Text);
            var values = Specimen(viewer.Name);
            return new View(own is not null, words.Subject, own?.By, own?.At, Placeholders.Of(query.Kind), new(Placeholders.Fill(shown.Subject, values), Placeholders.Fill(shown.Text, values)), form);
        }

        /// <summary>An invented interview.</summary>
        private static Dictionary<string, string> Specimen(string sender) => new()
        {
            ["recipient"] = "Maya",
            ["candidate"] = "Jordan Blake",
            ["opening"] = "Territory rep, North",
            ["stage"] = "Structured interview",
            ["when"] = "Tuesday 24 November 2026, 14:00–14:50 London time",
            ["minutes"] = "50",
            ["place"] = "Harbour room, second floor",
            ["panel"] = "Maya Lindholm, Ruben Costa",
            ["sender"] = sender,
            [Placeholders.Link] = "https://talenthub.example.com/interviews/…/scorecard",
        };
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var at = clock.GetUtcNow().UtcDateTime;
            var own = await db.MailTemplates.AsTracking().SingleOrDefaultAsync(t => t.Kind == command.Kind, ct);
            if ((own?.Version ?? 0) != command.Version) throw new Conflict();
            if (own is null) db.MailTemplates.Add(new MailTemplate(command.Kind, command.Subject, Lines(command.Text), viewer.AccountId, at));
            else own.Reword(command.Subject, Lines(command.Text), viewer.AccountId, at);
            return Unit.Value;
        }

        private static string Lines(string? text) => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    internal sealed class Resetter(TalentHubDb db) : IRequestHandler<Reset, Unit>
    {
        public async Task<Unit> Handle(Reset command, CancellationToken ct)
        {
            if (await db.MailTemplates.AsTracking().SingleOrDefaultAsync(t => t.Kind == command.Kind, ct) is { } own) db.MailTemplates.Remove(own);
            return Unit.Value;
        }
    }
}
