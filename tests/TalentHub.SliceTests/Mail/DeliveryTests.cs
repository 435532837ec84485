using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Mail;
using TalentHub.Web.Features.Interviews;
using TalentHub.Web.Platform.Mail;

namespace TalentHub.SliceTests.Mail;

/// <summary>From the outbox to a real mail server that is not always there: nothing lost, nothing twice.</summary>
public sealed class DeliveryTests : MailWorld
{
    [Fact]
    public async Task While_the_server_is_away_letters_wait_and_each_arrives_once_when_it_is_back()
    {
        using var postman = new Postman();
        var transport = new SmtpTransport(postman.Options);
        await Send(Lead, Plan(InterviewerA, InterviewerB));
        await Deliver(transport);
        Assert.All(await Outbox(), l => Assert.Equal(LetterState.Waiting, l.State));
        await Send(Lead, Plan(InterviewerA) with { StartsAt = Now.AddDays(3) });
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Deliver(transport);
        Assert.Contains(await Outbox(), l => l is { State: LetterState.Waiting, Failure: "connection" });

        await postman.Come();
        Clock.Advance(TimeSpan.FromMinutes(6));
        await Deliver(transport);
        await Deliver(transport);
        var taken = await postman.Taken();
        var letters = await Outbox();
        Assert.Equal(3, letters.Count);
        Assert.All(letters, l => Assert.Equal(LetterState.Sent, l.State));
        Assert.Equal(letters.Select(l => $"<{l.Id:N}@hub.example.test>").Order(), taken.Select(t => t.Id!).Order());

        postman.Leave();
        await Send(Lead, Plan(InterviewerB) with { StartsAt = Now.AddDays(4) });
        await Deliver(transport);
        await postman.Come();
        Clock.Advance(TimeSpan.FromMinutes(6));
        await Deliver(transport);
        Assert.Equal(4, (await postman.Taken()).Select(t => t.Id).Distinct().Count());
        Assert.Equal(4, (await postman.Taken()).Count);
    }

    [Fact]
    public async Task Two_nodes_at_once_hand_over_each_letter_once()
    {
        using var postman = new Postman();
        await postman.Come();
        for (var day = 2; day < 7; day++) await Send(Lead, Plan(InterviewerA, InterviewerB) with { StartsAt = Now.AddDays(day) });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Deliver(new SmtpTransport(postman.Options))));
        await Deliver(new SmtpTransport(postman.Options));
        var taken = await postman.Taken();
        Assert.Equal(10, taken.Count);
        Assert.Equal(10, taken.Select(t => t.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_letter_whose_carrier_died_is_carried_again_under_the_same_name()
    {
        using var postman = new Postman();
        await postman.Come();
        await Send(Lead, Plan(InterviewerA));
        await Deliver(new SmtpTransport(postman.Options));
        // The server has it, and the program died before it could say so: the letter is still taken, not sent.
        await Save(db => db.Letters.ExecuteUpdateAsync(s => s.SetProperty(l => l.State, LetterState.Waiting).SetProperty(l => l.DueAt, Now.AddMinutes(2))));
        await Deliver(new SmtpTransport(postman.Options));
        Assert.Single(await postman.Taken());
        Clock.Advance(TimeSpan.FromMinutes(3));
        await Deliver(new SmtpTransport(postman.Options));
        var taken = await postman.Taken();
        Assert.Equal(2, taken.Count);
        Assert.Single(taken.Select(t => t.Id).Distinct());
    }

    [Fact]
    public async Task An_address_that_is_refused_holds_up_nobody_and_can_be_tried_again()
    {
        using var postman = new Postman();
        await postman.Come();
        var transport = new SmtpTransport(postman.Options);
        await Address(InterviewerA, "nobody@example.test");
        await Address(InterviewerB, "busy@example.test");
        await Send(Lead, Plan(InterviewerA, InterviewerB, Lead));
        await Deliver(transport);
        Assert.Equal("leo.lead@example.test", Assert.Single((await postman.Taken()).SelectMany(t => t.To)));
        var letters = await Outbox();
        Assert.Equal(("550", LetterState.Undeliverable), letters.Where(l => l.ToAccountId == InterviewerA).Select(l => (l.Failure, l.State)).Single());
        Assert.Equal(("450", LetterState.Waiting), letters.Where(l => l.ToAccountId == InterviewerB).Select(l => (l.Failure, l.State)).Single());

        postman.Free();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Deliver(transport);
        Assert.Equal(2, (await postman.Taken()).Count);

        var lost = letters.Single(l => l.ToAccountId == InterviewerA).Id;
        await Save(db => db.Letters.Where(l => l.Id == lost).ExecuteUpdateAsync(s => s.SetProperty(l => l.ToAddress, "ana@example.test")));
        await Send(Hr, new TalentHub.Web.Features.Mail.ListLetters.TryAgain(lost));
        await Deliver(transport);
        Assert.Equal(3, (await postman.Taken()).Count);
        await Broken("letter-not-given-up", () => Send(Hr, new TalentHub.Web.Features.Mail.ListLetters.TryAgain(lost)));
    }

    [Fact]
    public async Task A_call_off_never_overtakes_the_invitation()
    {
        using var postman = new Postman();
        await postman.Come();
        await Address(InterviewerA, "busy@example.test");
        var interview = await Send(Lead, Plan(InterviewerA));
        await Deliver(new SmtpTransport(postman.Options));
        await Send(Lead, new ChangeInterview.Cancel(interview));
        postman.Free();
        await Deliver(new SmtpTransport(postman.Options));
        Assert.Empty(await postman.Taken());
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Deliver(new SmtpTransport(postman.Options));
        Assert.Equal(["REQUEST", "CANCEL"], (await postman.Taken()).Select(t => t.Calendar!.Method));
    }

    [Fact]
    public async Task After_three_days_a_letter_is_given_up_and_said_so()
    {
        using var postman = new Postman();
        await Send(Lead, Plan(InterviewerA));
        Clock.Advance(Letter.Patience + TimeSpan.FromMinutes(1));
        await Deliver(new SmtpTransport(postman.Options));
        Assert.Equal(LetterState.Undeliverable, Assert.Single(await Outbox()).State);
        Assert.Contains("could not be delivered", await (await Client(Hr)).GetStringAsync("/letters"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mail_server_each_letter_is_one_file()
    {
        await Send(Lead, Plan(InterviewerA, InterviewerB));
        var folder = Path.Combine(DataDirectory, "mail");
        var options = new MailOptions(null, 0, false, "hub@example.test", null, null, "https://hub.example.test", folder);
        await Deliver(new PickupFolder(options));
        await Deliver(new PickupFolder(options));
        var taken = await Postman.Read(Directory.GetFiles(folder));
        Assert.Equal(["ana.interviewer@example.test", "ben.interviewer@example.test"], taken.SelectMany(t => t.To).Order());
        Assert.All(taken, t => Assert.Equal("REQUEST", t.Calendar!.Method));
        Assert.Empty(Directory.GetDirectories(folder));
        Directory.Delete(folder, recursive: true);
    }

    private Task Address(Guid account, string address) => Save(async db => (await db.Users.AsTracking().SingleAsync(u => u.Id == account)).Email = address);
}
