using AppFlow.Fluent;

namespace Quickstart;

/// <summary>What the quickstart prints.</summary>
internal static class Narrator
{
    private static int _step;

    public static void Title(string title) => Console.WriteLine(title);

    public static void Step(string what) => Console.WriteLine($"\n{++_step}. {what}");

    public static void Tell(string line) => Console.WriteLine($"   {line}");

    public static void Fault(AppFlowException e)
    {
        Tell($"{e.GetType().Name} ({(int?)e.StatusCode}): {e.Message}");
        Tell($"request {e.RequestId}, attempts {e.Attempts}, retryable {e.IsRetryable}, client token {e.ClientToken}");
    }
}
