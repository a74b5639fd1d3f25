namespace Fleet.Targets;

/// <summary>One connector of one account in one region, and how to reach it: a row of the CSV.</summary>
/// <param name="Account">The account's 12 digits.</param>
/// <param name="Region">The region's name.</param>
/// <param name="Label">The connector's label.</param>
/// <param name="Lambda">The Lambda function that the release brings; if null, the connector takes the latest version of its own.</param>
/// <param name="Endpoint">Where an emulator listens; if null, AWS is called.</param>
/// <param name="Role">The ARN of a role of that account, assumed with the machine's own credentials.</param>
/// <param name="Profile">The name of a profile in the machine's own AWS files.</param>
internal sealed record Target(
    string Account,
    string Region,
    string Label,
    string? Lambda = null,
    Uri? Endpoint = null,
    string? Role = null,
    string? Profile = null)
{
    /// <summary>The key that is unique to each target.</summary>
    public string Key => $"{Account}/{Region}/{Label}";

    public override string ToString() => Key;
}
