using System.Text.RegularExpressions;
using AppFlow.Fluent;

namespace Fleet.Releases;

/// <summary>
/// What is rolled out. Its name is the operation id of every call, and the last word of every connector's description: so a connector says
/// itself which release it has, long after the service has forgotten the call's token.
/// </summary>
/// <param name="Name">The release's name: 1 to 64 characters without a blank.</param>
/// <param name="Note">What stands before the name in the description.</param>
internal sealed partial record Release(string Name, string? Note = null)
{
    public string Description => Note is null ? $"#{Name}" : $"{Note} #{Name}";

    /// <summary>What is wrong with a release, or null.</summary>
    public string? Fault() =>
        !NamePattern().IsMatch(Name) ? $"'{Name}' is not a release: 1 to 64 letters, digits and _ . + = @ -, the first a letter or digit."
        : ConnectorRegistrationValues.FaultOfDescription(Description) is { } fault ? $"The note cannot stand in a description: {fault}"
        : null;

    /// <summary>The call that rolls it out. However often and from wherever it is sent, within 8 hours the service applies it once.</summary>
    public UpdateConnectorRegistrationRequest UpdateOf(string label, string? lambda)
    {
        var update = ConnectorRegistration.Update(label).WithDescription(Description).WithOperationId(Name);
        return lambda is null ? update : update.WithLambda(lambda);
    }

    /// <summary>Whether a connector has this release already, as it says itself: the release's name, and the Lambda function if one is asked for.</summary>
    public bool IsOn(ConnectorConfiguration connector, string? lambda) =>
        connector.ConnectorDescription is { } description
        && description.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [.., var last]
        && last == $"#{Name}"
        && (lambda is null || lambda == connector.ConnectorProvisioningConfig?.Lambda.LambdaArn);

    public override string ToString() => Name;

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.+=@-]{0,63}\z")]
    private static partial Regex NamePattern();
}
