using TalentHub.Web.Platform.CommandLine;

return await Verbs.Run(args);

/// <summary>The program; tests start it through this type.</summary>
public partial class Program;
