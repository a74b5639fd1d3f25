using System.Globalization;
using AppFlow.Fluent.Emulator.Faults;

namespace AppFlow.Fluent.Emulator;

/// <summary>
/// The faults that an emulator injects. Immutable, with value equality; the same plan and the same order of requests give the same faults.
/// </summary>
/// <remarks>
/// <para>
/// Rules apply only to authenticated, valid requests: a request whose signature, JSON or values are invalid is refused as usual and no rule
/// counts it. Each rule counts every valid request that it matches, in the order of validation, whatever other rules do to the request.
/// </para>
/// <para>
/// <see cref="FaultKind.Delay"/> and <see cref="FaultKind.SkewedDate"/> combine with each other and with one of the other kinds. Of each,
/// the first rule in the plan that hits takes effect; a later one counts the request but does nothing. The other kinds affect only requests
/// that the service would have applied or replayed: a request that the service refuses (an unknown connector, a label that is taken, a
/// token with different input) is counted, but refused as usual.
/// </para>
/// </remarks>
public sealed record FaultPlan
{
    /// <summary>A plan without faults.</summary>
    public static FaultPlan None { get; } = new();

    /// <summary>
    /// The seed, combined with the rule's index, for the random numbers of <see cref="FaultRule.Probability"/>. Default: 0.
    /// </summary>
    public int Seed { get; init; }

    /// <summary>The rules, in order of precedence. The list is copied.</summary>
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
    /// Reads a plan from JSON: members and kinds in camelCase, durations as <c>"hh:mm:ss"</c> with up to seven decimals, such as
    /// <c>{"seed":7,"rules":[{"kind":"delay","delay":"00:00:02.5","nth":1}]}</c>. A null member counts as absent.
    /// </summary>
    /// <param name="json">The plan.</param>
    /// <exception cref="FormatException">
    /// It is not valid JSON, has a member that is unknown, repeated or of the wrong type, or an invalid rule; the message names the member
    /// and what it must be.
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

    /// <summary>The seed and the rules, readable in a log.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{nameof(FaultPlan)} {{ Seed = {Seed}, Rules = [{string.Join(", ", Rules)}] }}");

    /// <exception cref="ArgumentException">A rule is invalid; the message names its index, the member and the valid values.</exception>
    internal void ThrowIfInvalid(string parameterName)
    {
        if (FaultPlanCheck.FirstViolation(this, FaultNames.InCode) is { } violation)
        {
            throw new ArgumentException(violation, parameterName);
        }
    }
}
