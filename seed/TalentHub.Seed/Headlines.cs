namespace TalentHub.Seed;

/// <summary>What candidates do today and how they came to be known, in the words of whoever wrote it down.</summary>
internal static class Headlines
{
    private static readonly string[] Roles =
    [
        "Account executive", "Field sales engineer", "Territory manager", "Inside sales rep", "Technical sales rep",
        "Business development rep", "Key account rep", "Sales engineer", "Regional rep", "Application engineer",
    ];

    private static readonly string[] Companies =
    [
        "Brightwater Controls", "Carrow Systems", "Norte Automation", "Penhale Valves", "Lundmark Process", "Ostrava Metering", "Tamar Pneumatics",
        "Kestrel Gauges", "Weir & Tolland", "Rhenus Messtechnik", "Delacourt Instruments", "Fennick Pumps", "Ardent Flow", "Sable Analytics",
        "Holmfirth Drives", "Montrose Cabling", "Vantry Optics", "Quayside Packaging", "Elbe Sensorik", "Marlowe Filtration",
    ];

    private static readonly string[] Notes =
    [
        "Met on our stand at the process trade show. Asked about calibration contracts before asking about price.",
        "Sold pressure gauges to food plants for four years. Knows two of our customers from the other side.",
        "Came by way of a rep of ours who lost an order to them.",
        "Wants a territory of their own. Present job is mostly renewals.",
        "Sent the résumé as a PDF with a one-page territory sketch. Notice period three months.",
        "Moved from engineering to sales two years ago and says why in one sentence.",
        "Recommended by a customer's maintenance manager. We asked that customer first.",
        "Applied last year for the inside team and was told to come back with field experience. Has it now.",
        "Can start within a month. Travels up to three days a week.",
        "Long e-mail, short on figures. Ask for the last four quarters in the screen.",
        "Ran a distributor network in the chemicals trade. New to sensors, at home in plants.",
        "Called us after reading our application notes. Has sold against us twice.",
        "Two short stays on paper; the first firm closed. Ask about the second.",
        "Works through agencies only. Fee agreed for three months.",
    ];

    public static string For(string name) => $"{Phrases.Pick(Roles, name + "role")}, {Phrases.Pick(Companies, name + "company")}";

    public static string Note(string name) => Phrases.Pick(Notes, name + "note");
}
