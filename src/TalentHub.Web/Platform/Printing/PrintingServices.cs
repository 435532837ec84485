namespace TalentHub.Web.Platform.Printing;

public static class PrintingServices
{
    public static IServiceCollection AddPrinting(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PrintingOptions>(configuration.GetSection("Printing"));
        services.AddSingleton<IPrinter, ChromiumPrinter>();
        services.AddSingleton<PaperStyles>();
        services.AddScoped<PrintView>();
        return services;
    }
}
