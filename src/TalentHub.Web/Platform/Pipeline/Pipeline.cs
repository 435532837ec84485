using System.Reflection;
using FluentValidation;
using MediatR;

namespace TalentHub.Web.Platform.Pipeline;

/// <summary>The way every request goes: Authorize, Validate, UnitOfWork, handler. This file shows the order.</summary>
public static class Pipeline
{
    public static IServiceCollection AddPipeline(this IServiceCollection services, Assembly assembly)
    {
        CheckEveryRequestHasARight(assembly);
        services.AddScoped<ServiceFactory>(scope => scope.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorize<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Validate<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWork<,>));
        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }))
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType))
                if (contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)) services.AddScoped(contract, type);
                // Rules hold no state and ask nobody: building them anew would cost each request more than applying them.
                else if (contract.GetGenericTypeDefinition() == typeof(IValidator<>)) services.AddSingleton(contract, type);
        return services;
    }

    /// <summary>Every request type of the assembly.</summary>
    public static IEnumerable<Type> Requests(Assembly assembly) => assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, IsInterface: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)));

    /// <summary>Stops the program from starting while a request has no stated right.</summary>
    public static void CheckEveryRequestHasARight(Assembly assembly)
    {
        var bare = Requests(assembly).Where(t => t.GetCustomAttribute<RequiresAttribute>() is null && t.GetCustomAttribute<OpenAttribute>() is null).Select(t => t.FullName).ToList();
        if (bare.Count > 0) throw new InvalidOperationException($"These requests state no right ([Requires] or [Open]): {string.Join(", ", bare)}.");
    }
}
