using System.Text.RegularExpressions;
using AppFlow.Fluent;

namespace Fleet.Releases;

/// <summary>
/// The release that is rolled out. Its name is the operation id of every call, and the last word of every connector's description. So a connector
/// itself says which release it has, long after the service has forgotten the call's token.
/// </summary>
/// <param name="Name">The release's name: 1 to 64 characters without a blank.</param>
/// <param name="Note">The text before the name in the description.</param>
internal sealed partial record Release(string Name, string? Note = null)
{
    public string Description => Note is null ? $"#{Name}" : $"{Note} #{Name}";

    /// <summary>What is wrong with a release, or null.</summary>
    public string? Fault() =>
        !NamePattern().IsMatch(Name) ? $"'{Name}' is not a release: 1 to 64 letters, digits and _ . + = @ -, the first a letter or digit."
        : ConnectorRegistrationValues.FaultOfDescription(Description) is { } fault ? $"The note cannot stand in a description: {fault}"
        : null;

    /// <summary>The call that rolls it out. However often and from wherever it is sent, the service applies it once within 8 hours.</summary>
    public UpdateConnectorRegistrationRequest UpdateOf(string label, string? lambda)
    {
        var update = ConnectorRegistration.Update(label).WithDescription(Description).WithOperationId(Name);
        return lambda is null ? update : update.WithLambda(lambda);
    }

    /// <summary>Whether a connector's description shows that it has this release, and whether it has the Lambda function if one is requested.</summary>
    public bool IsOn(ConnectorConfiguration connector, string? lambda) =>
        connector.ConnectorDescription is { } description
        && description.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [.., var last]
        && last == $"#{Name}"
        && (lambda is null || lambda == connector.ConnectorProvisioningConfig?.Lambda.LambdaArn);

    public override string ToString() => Name;

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.+=@-]{0,63}\z")]
    private static partial Regex NamePattern();
}
