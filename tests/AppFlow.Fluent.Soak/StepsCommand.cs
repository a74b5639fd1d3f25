using System.CommandLine;
using Amazon.Runtime;

namespace AppFlow.Fluent.Soak;

/// <summary>The steps of the restarted process: registrations and updates, each with an operation id, sent until they succeed.</summary>
internal sealed class StepsCommand : Command
{
    public const string CommandName = "steps";

    private const int Labels = 10;
    private const int InFlight = 32;

    private readonly Option<string> _endpoint = new("--endpoint") { Required = true };
    private readonly Option<int> _steps = new("--steps") { Required = true };
    private readonly Option<int> _seed = new("--seed") { Required = true };

    public StepsCommand()
        : base(CommandName, "Runs the steps of the process that a soak kills and restarts.")
    {
        Hidden = true;
        Add(_endpoint);
        Add(_steps);
        Add(_seed);
        SetAction((arguments, cancellationToken) => RunAsync(
            new Uri(arguments.GetRequiredValue(_endpoint)), arguments.GetRequiredValue(_steps), arguments.GetRequiredValue(_seed), cancellationToken));
    }

    /// <summary>The label of a step's connector; the first step of each label registers it.</summary>
    public static string LabelOf(int step) => $"restarted-{step % Labels}";

    public static bool IsRegistration(int step) => step < Labels;

    private static async Task<int> RunAsync(Uri endpoint, int steps, int seed, CancellationToken cancellationToken)
    {
        using var client = new AppFlowClient(new AppFlowClientOptions
        {
            Endpoint = endpoint,
            Credentials = new BasicAWSCredentials("emulator", "emulator"),
            TimeProvider = new StormTime(seed),
        });
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken };
        foreach (var (from, to) in new[] { (0, Math.Min(Labels, steps)), (Math.Min(Labels, steps), steps) })
        {
            await Parallel.ForAsync(from, to, parallel, async (step, cancelled) =>
            {
                var token = await SendAsync(client, step, seed, cancelled).ConfigureAwait(false);
                Console.WriteLine($"{step} {token}");
            }).ConfigureAwait(false);
        }

        return 0;
    }

    private static async Task<string> SendAsync(AppFlowClient client, int step, int seed, CancellationToken cancellationToken)
    {
        var operationId = $"soak-{seed}-step-{step}";
        while (true)
        {
            try
            {
                return IsRegistration(step)
                    ? (await ConnectorRegistration.Register(LabelOf(step)).WithLambda(Soak.LambdaArn).WithOperationId(operationId)
                        .SendAsync(client, cancellationToken).ConfigureAwait(false)).ClientToken
                    : (await ConnectorRegistration.Update(LabelOf(step)).WithDescription($"step {step}").WithOperationId(operationId)
                        .SendAsync(client, cancellationToken).ConfigureAwait(false)).ClientToken;
            }
            catch (AppFlowException e) when (e.IsRetryable || e.MayHaveBeenApplied || e.ErrorCode is "InvalidSignatureException")
            {
                // The id identifies the step: the same request continues it.
            }
        }
    }
}
