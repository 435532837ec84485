using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TalentHub.Web.Features.Home;

public sealed class IndexModel : PageModel;
