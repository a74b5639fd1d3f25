using System.Text.RegularExpressions;
using AppFlow.Fluent;

namespace Fleet.Targets;

/// <summary>Finds mistakes in a row, column by column, before anything is called.</summary>
internal static partial class TargetFaults
{
    public static IEnumerable<(string Column, string Fault)> Of(TargetRow row)
    {
        if (!Account().IsMatch(row.Account))
        {
            yield return ("account", $"'{row.Account}' is not an account of 12 digits.");
        }

        if (!Region().IsMatch(row.Region))
        {
            yield return ("region", $"'{row.Region}' is not a region such as eu-central-1.");
        }

        if (ConnectorRegistrationValues.FaultOfConnectorLabel(row.Label) is { } label)
        {
            yield return ("label", label);
        }

        if (row.Lambda is not null && ConnectorRegistrationValues.FaultOfLambdaArn(row.Lambda) is { } lambda)
        {
            yield return ("lambda", lambda);
        }

        if (row.Endpoint is not null && !IsEndpoint(row.Endpoint))
        {
            yield return ("endpoint", $"'{row.Endpoint}' is neither an https address nor http on loopback.");
        }

        if (row.Role is not null && Role().Match(row.Role).Groups["account"].Value != row.Account)
        {
            yield return ("role", $"'{row.Role}' is not the ARN of a role of account {row.Account}, such as arn:aws:iam::{row.Account}:role/appflow-rollout.");
        }

        if (row.Profile is not null && !Profile().IsMatch(row.Profile))
        {
            // The value is not quoted, because it may be a secret that should never have been in the file.
            yield return ("profile", "this is not the name of a profile. Keys and secrets do not belong into the file.");
        }

        if (row is { Role: not null, Profile: not null })
        {
            yield return ("profile", "a target has a role or a profile, not both.");
        }
    }

    private static bool IsEndpoint(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var endpoint)
        && endpoint is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
        && (endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback));

    [GeneratedRegex(@"\A[0-9]{12}\z")]
    private static partial Regex Account();

    /// <summary>Rejects the pseudo regions of older tools too, for which no client can be made.</summary>
    [GeneratedRegex(@"\A(?!fips-|aws-)(?!.*-(?:fips|global)\z)(?!.*-fips-)[a-z]+(-[a-z0-9]+)+\z")]
    private static partial Regex Region();

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:iam::(?<account>[0-9]{12}):role/[\w+=,.@/-]+\z")]
    private static partial Regex Role();

    /// <summary>Rejects what looks like an access key (20 capitals and digits) or a secret (40 characters).</summary>
    [GeneratedRegex(@"\A(?![A-Z0-9]{20}\z)[A-Za-z0-9][A-Za-z0-9_. -]{0,37}\z")]
    private static partial Regex Profile();
}
