namespace AppFlow.Fluent.Client;

/// <summary>What a caller is told when nothing is configured: the three things to set, and how to do without AWS.</summary>
internal static class SetupGuide
{
    public const string NoRegion = "No region was found for Amazon AppFlow. " + HowTo;

    private const string HowTo =
        "Set three things: AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (or Region and Credentials of AppFlowClientOptions, "
        + "or a profile with aws configure). To run without AWS, start the emulator (dotnet run --project src/AppFlow.Fluent.Emulator.Tool, "
        + "or the tool appflow-emulator) and set AWS_ENDPOINT_URL_APPFLOW=http://127.0.0.1:8321, AWS_ACCESS_KEY_ID=emulator and "
        + "AWS_SECRET_ACCESS_KEY=emulator.";

    /// <summary>The message for credentials that could not be had, with the reason that AWSSDK.Core gives.</summary>
    public static string NoCredentials(Exception reason) =>
        $"No AWS credentials were found for Amazon AppFlow ({FirstLine(reason.Message)}). {HowTo}";

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim().TrimEnd('.');
}
