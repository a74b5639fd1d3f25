using System.Globalization;
using AppFlow.Fluent.Benchmarks.Compilations;

namespace AppFlow.Fluent.Benchmarks.Bodies;

/// <summary>A method with many sends of one form.</summary>
/// <param name="Title">Its name in the table.</param>
/// <param name="Sends">How many sends the smaller one has; the larger one has twice as many.</param>
/// <param name="Before">What stands before them.</param>
/// <param name="Send">One of them, by its number.</param>
/// <param name="After">What stands behind them.</param>
internal sealed record LargeBody(string Title, int Sends, string Before, Func<int, string> Send, string After = "")
{
    public static IReadOnlyList<LargeBody> All { get; } =
    [
        new("requests, one after another", 300, "", i => Invariant($"await ConnectorRegistration.Update(\"orders-{i}\").WithDescription(text).SendAsync(client);")),
        new(
            "one request, sent again and again with another description",
            300,
            "var request = ConnectorRegistration.Update(\"orders\").WithOperationId(text);",
            i => Invariant($"await request.WithDescription(\"step {i}\").SendAsync(client);")),
        new(
            "a request that each condition may complete",
            300,
            "var request = ConnectorRegistration.Update();",
            i => Invariant($"if (text.Length == {i}) {{ request = request.WithConnectorLabel(\"orders-{i}\"); }} else {{ await request.WithConnectorLabel(text).SendAsync(client); }}")),
        new("the cases of a switch", 150, "switch (number) {", i => Invariant($"case {i}: await ConnectorRegistration.Update(\"orders-{i}\").SendAsync(client); break;"), "}"),
        new("lambdas", 200, "", i => Invariant($"run(() => ConnectorRegistration.Update(\"orders-{i}\").WithDescription(text).SendAsync(client));")),
        new(
            "raw requests of the AWS SDK",
            300,
            "",
            i => Invariant($"await db.TransactWriteItemsAsync(new TransactWriteItemsRequest {{ TransactItems = [], ClientRequestToken = text + \"{i}\" }});")),
    ];

    /// <summary>A project with this method alone.</summary>
    public SampleProject Project(int sends) => new("Large.cs", $$"""
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;
        using AppFlow.Fluent;

        internal static class Large
        {
            public static async Task RunAsync(AppFlowClient client, IAmazonDynamoDB db, Action<Func<Task>> run, string text, int number)
            {
                {{Before}}
        {{string.Join('\n', Enumerable.Range(0, sends).Select(Send))}}
                {{After}}
                await Task.CompletedTask;
            }
        }
        """);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
