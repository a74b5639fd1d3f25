using System.Text.Json;
using Amazon.Runtime;
using AppFlow.Fluent.Client.Credentials;
using AppFlow.Fluent.Client.Settings;

namespace AppFlow.Fluent.Client;

/// <summary>The messages for missing settings: the three things to set, and how to run without AWS.</summary>
internal static class SetupGuide
{
    public const string NoRegion = "No region was found for Amazon AppFlow. " + HowTo;

    public const string Anonymous =
        "The credentials given are anonymous; Amazon AppFlow needs signed requests. Use BasicAWSCredentials, a profile or a role.";

    private const int LongestReason = 1_000;

    private const string ProcessAnswer =
        "; the answer must be a JSON object with Version 1, AccessKeyId and SecretAccessKey, and with SessionToken and Expiration where there are any";

    private const string HowTo =
        "Set AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or Region and Credentials of AppFlowClientOptions, "
        + "or a profile (aws configure). To run without AWS, start the emulator (dotnet tool install -g AppFlow.Fluent.Emulator.Tool, "
        + "then appflow-emulator --port 8321) and set AWS_ENDPOINT_URL_APPFLOW=http://127.0.0.1:8321, AWS_ACCESS_KEY_ID=emulator and "
        + "AWS_SECRET_ACCESS_KEY=emulator.";

    // AWSSDK.Core loads them by name, and its error says only that this failed.
    private static readonly (string Assembly, string Add)[] Packages =
    [
        ("AWSSDK.SSO", "Add the packages AWSSDK.SSO and AWSSDK.SSOOIDC to use credentials of IAM Identity Center (SSO). "),
        ("AWSSDK.SecurityToken", "Add the package AWSSDK.SecurityToken to use credentials of a role. "),
        ("AWSSDK.Signin", "Add the package AWSSDK.Signin to use credentials of a console login. "),
    ];

    /// <summary>The name of credentials that the caller gave.</summary>
    public static string Given(AWSCredentials credentials) => $"provider {credentials.GetType().Name}";

    /// <summary>The message for missing credentials, with the reason of each link of the chain, or of the one that failed.</summary>
    public static string NoCredentials(Exception reason) => reason is CredentialLinkException failed
        ? FailedCredentials(failed.Link, failed, isGiven: false)
        : $"No AWS credentials were found for Amazon AppFlow ({FirstLine(reason.Message)}). {PackageFor(reason)}{HowTo}";

    /// <summary>The message for a link, or a given provider, that failed.</summary>
    /// <param name="name">The link or provider that failed.</param>
    /// <param name="reason">Its exception.</param>
    /// <param name="isGiven">Whether the caller chose it; if not, the message says what else to do.</param>
    public static string FailedCredentials(string name, Exception reason, bool isGiven) =>
        $"The credentials {Of(name, isGiven)} failed ({Reason(reason)}). {PackageFor(reason)}{(isGiven ? "" : HowTo)}".TrimEnd();

    /// <summary>The message for credentials that did not arrive in time.</summary>
    /// <param name="name">The link, or the given provider; null for the search through the chain.</param>
    /// <param name="waited">How long the call waited.</param>
    /// <param name="isGiven">Whether the caller chose the provider.</param>
    public static string CredentialsTimedOut(string? name, TimeSpan waited, bool isGiven) =>
        $"The credentials {Of(name ?? "the default chain", isGiven)} {(isGiven ? "gave none" : "did not come")} within {DurationText.Of(waited)}, "
        + "the time-out of an attempt.";

    private static string Of(string name, bool isGiven) => isGiven ? name : $"of {name}";

    private static string PackageFor(Exception reason)
    {
        for (var cause = reason; cause is not null; cause = cause.InnerException)
        {
            foreach (var (assembly, add) in Packages)
            {
                if (cause.Message.Contains(assembly, StringComparison.Ordinal))
                {
                    return add;
                }
            }
        }

        return "";
    }

    // AWSSDK.Core's message does not say what is wrong with the output.
    private static string Reason(Exception reason) => reason is ProcessAWSCredentialException { InnerException: JsonException or FormatException or InvalidOperationException }
        ? FirstLine(reason.Message) + ProcessAnswer
        : FirstLine(reason.Message);

    // The text of a process or another library is untrusted.
    private static string FirstLine(string text) => SettingText.Of(text.Split('\n', 2)[0].Trim().TrimEnd('.'), LongestReason);
}
