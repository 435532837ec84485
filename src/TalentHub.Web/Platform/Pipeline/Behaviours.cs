using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Platform.Pipeline;

/// <summary>First: does this viewer hold the right the request states?</summary>
internal sealed class Authorize<TRequest, TResponse>(Viewer viewer) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly RequiresAttribute? Requires = typeof(TRequest).GetCustomAttribute<RequiresAttribute>();

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (Requires is null) return await next();
        if (!viewer.SignedIn) throw new NotSignedIn();
        if (!viewer.May(Requires.Right)) throw new NotFound();
        return await next();
    }
}

/// <summary>Second: is the input of a shape the domain can work with?</summary>
internal sealed class Validate<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> rules) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var rule in rules)
            if (await rule.ValidateAsync(request, cancellationToken) is { IsValid: false } result)
                throw new ValidationException(result.Errors);
        return await next();
    }
}

/// <summary>Third, for commands alone: one transaction, one save, both owned here.</summary>
internal sealed class UnitOfWork<TRequest, TResponse>(TalentHubDb db, Viewer viewer) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly string Name = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not ICommand<TResponse>) return await next();
        (db.Actor, db.Doing) = (viewer.AccountId, Name);
        try
        {
            await using var transaction = await db.BeginWrite(cancellationToken);
            var response = await next();
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return response;
        }
        catch (DbUpdateConcurrencyException stale)
        {
            db.ChangeTracker.Clear();
            throw new StaleWrite(stale);
        }
        catch (DbUpdateException broken) when (broken.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            throw new AlreadyThere(broken);
        }
        catch
        {
            // What the handler half did must not be seen by the page that shows the failure.
            db.ChangeTracker.Clear();
            throw;
        }
    }
}
