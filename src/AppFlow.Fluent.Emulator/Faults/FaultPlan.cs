using System.Globalization;
using AppFlow.Fluent.Emulator.Faults;

namespace AppFlow.Fluent.Emulator;

/// <summary>
/// The faults that an emulator is to inject. Immutable, with value equality over its rules; the same plan and the same order of requests
/// give the same faults.
/// </summary>
/// <remarks>
/// <para>
/// Rules see only requests that are authenticated and valid: whatever is refused by signature, JSON or the model's constraints is refused as
/// ever and counts for no rule. Each rule counts every valid request that it matches, in the order in which they were validated, whatever the
/// other rules do to it.
/// </para>
/// <para>
/// <see cref="FaultKind.Delay"/> and <see cref="FaultKind.SkewedDate"/> combine with each other and with one of the other kinds, of each the
/// first rule in the plan that hits; a later one that hits as well has counted, and does nothing. The other kinds spoil only what the
/// service would have carried out or replayed: a request that it refuses for what it holds (an unknown connector, a label that is taken, a
/// token with another input) is refused as ever, even though it was counted.
/// </para>
/// </remarks>
public sealed record FaultPlan
{
    /// <summary>The plan without a fault.</summary>
    public static FaultPlan None { get; } = new();

    /// <summary>What <see cref="FaultRule.Probability"/> is drawn from, with the rule's index. 0 unless set.</summary>
    public int Seed { get; init; }

    /// <summary>The rules, in order of precedence. What is given is copied.</summary>
    public IReadOnlyList<FaultRule> Rules
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = Array.AsReadOnly([.. value]);
        }
    } = [];

    /// <summary>
    /// Reads a plan from JSON: the members in camelCase, the kinds too, durations as <c>"hh:mm:ss"</c> with up to seven decimals, such as
    /// <c>{"seed":7,"rules":[{"kind":"delay","delay":"00:00:02.5","nth":1}]}</c>. A null counts as absent.
    /// </summary>
    /// <param name="json">The plan.</param>
    /// <exception cref="FormatException">
    /// It is no JSON, has a member that is unknown, repeated or of the wrong type, or a rule that cannot be; the message names the member and
    /// what it must be.
    /// </exception>
    public static FaultPlan Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FaultPlanJson.Parse(json);
    }

    /// <summary>Whether the other plan has the same seed and equal rules in the same order.</summary>
    /// <param name="other">The other plan.</param>
    public bool Equals(FaultPlan? other) => other is not null && Seed == other.Seed && Rules.SequenceEqual(other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Seed);
        foreach (var rule in Rules)
        {
            hash.Add(rule);
        }

        return hash.ToHashCode();
    }

    /// <summary>The seed and the rules, for whoever reads a log.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{nameof(FaultPlan)} {{ Seed = {Seed}, Rules = [{string.Join(", ", Rules)}] }}");

    /// <exception cref="ArgumentException">A rule cannot be; the message names its index, the member, and what it must be.</exception>
    internal void ThrowIfInvalid(string parameterName)
    {
        if (FaultPlanCheck.FirstViolation(this, FaultNames.InCode) is { } violation)
        {
            throw new ArgumentException(violation, parameterName);
        }
    }
}
