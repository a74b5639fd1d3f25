using CsvHelper.Configuration.Attributes;

namespace Fleet.Targets;

/// <summary>A line of the CSV as it is written.</summary>
internal sealed class TargetRow
{
    [Name("account")]
    public string Account { get; set; } = "";

    [Name("region")]
    public string Region { get; set; } = "";

    [Name("label")]
    public string Label { get; set; } = "";

    [Name("lambda"), Optional]
    public string? Lambda { get; set; }

    [Name("endpoint"), Optional]
    public string? Endpoint { get; set; }

    [Name("role"), Optional]
    public string? Role { get; set; }

    [Name("profile"), Optional]
    public string? Profile { get; set; }
}
