using System.Globalization;
using AppFlow.Fluent.Emulator.Operations;
using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Faults;

/// <summary>Validates the rules of a plan.</summary>
internal static class FaultPlanCheck
{
    // Longer than any test waits, and far below a timer's limit.
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(1);

    // Keeps every Date within the years that HTTP can write.
    private static readonly TimeSpan MaxSkew = TimeSpan.FromDays(365);

    /// <summary>The first violation, as one sentence; <see langword="null"/> if there is none.</summary>
    public static string? FirstViolation(FaultPlan plan, FaultNames names)
    {
        for (var i = 0; i < plan.Rules.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{names.Of(nameof(FaultPlan.Rules))}[{i}]");
            if (plan.Rules[i] is not { } rule)
            {
                return $"{path} must not be null.";
            }

            foreach (var (member, violated) in Violations(rule, names))
            {
                return $"{path}.{names.Of(member)} {violated}.";
            }
        }

        return null;
    }

    private static IEnumerable<(string Member, string Violated)> Violations(FaultRule rule, FaultNames names) =>
        Kind(rule, names).Concat(Matching(rule)).Concat(Choice(rule, names)).Concat(Presence(rule, names)).Concat(Values(rule));

    private static IEnumerable<(string Member, string Violated)> Kind(FaultRule rule, FaultNames names)
    {
        if (!Enum.IsDefined(rule.Kind))
        {
            yield return (nameof(FaultRule.Kind), $"must be one of {names.AllKinds()}, and is {(int)rule.Kind}");
        }
    }

    private static IEnumerable<(string Member, string Violated)> Matching(FaultRule rule)
    {
        if (rule.Operation is { } operation && !Operation.Names.Contains(operation))
        {
            var known = string.Join(", ", Operation.Names);
            yield return (nameof(FaultRule.Operation), $"must be one of {known}, and is '{Excerpt.Of(operation)}'");
        }

        if (rule.ConnectorLabel is { Length: 0 or > 256 } label)
        {
            yield return (nameof(FaultRule.ConnectorLabel), $"must have 1 to 256 characters, and has {label.Length}");
        }
    }

    private static IEnumerable<(string Member, string Violated)> Choice(FaultRule rule, FaultNames names)
    {
        if (rule.Nth is null == rule.Probability is null)
        {
            var given = rule.Nth is null ? "neither is" : "both are";
            var probability = names.Of(nameof(FaultRule.Probability));
            yield return (nameof(FaultRule.Nth), $"or {probability}: exactly one of them must be given, and {given}");
        }

        if (rule.Nth < 1)
        {
            yield return (nameof(FaultRule.Nth), $"must be 1 or more, and is {rule.Nth}");
        }

        if (rule.Times < 1)
        {
            yield return (nameof(FaultRule.Times), $"must be 1 or more, and is {rule.Times}");
        }

        if (rule.Probability is { } chance && chance is not (>= 0 and <= 1))
        {
            yield return (nameof(FaultRule.Probability), string.Create(CultureInfo.InvariantCulture, $"must be from 0 to 1, and is {chance}"));
        }
    }

    private static IEnumerable<(string Member, string Violated)> Presence(FaultRule rule, FaultNames names)
    {
        var isError = rule.Kind is FaultKind.ErrorBeforeApplying or FaultKind.ErrorAfterApplying;
        (string Member, object? Value, bool IsMeant, bool IsRequired)[] members =
        [
            (nameof(FaultRule.Delay), rule.Delay, rule.Kind == FaultKind.Delay, true),
            (nameof(FaultRule.StatusCode), rule.StatusCode, isError, true),
            (nameof(FaultRule.ErrorCode), rule.ErrorCode, isError, false),
            (nameof(FaultRule.Message), rule.Message, isError, false),
            (nameof(FaultRule.RetryAfter), rule.RetryAfter, isError, false),
            (nameof(FaultRule.DateSkew), rule.DateSkew, rule.Kind == FaultKind.SkewedDate, true),
        ];
        foreach (var (member, value, isMeant, isRequired) in members)
        {
            if (value is null && isMeant && isRequired)
            {
                yield return (member, $"is required when {names.Of(nameof(FaultRule.Kind))} is {names.Of(rule.Kind)}");
            }
            else if (value is not null && !isMeant)
            {
                yield return (member, $"must not be given when {names.Of(nameof(FaultRule.Kind))} is {names.Of(rule.Kind)}");
            }
        }
    }

    private static IEnumerable<(string Member, string Violated)> Values(FaultRule rule)
    {
        if (rule.Delay is { } delay && (delay <= TimeSpan.Zero || delay > MaxWait))
        {
            yield return (nameof(FaultRule.Delay), $"must be more than zero and at most {MaxWait.TotalDays} day, and is {delay}");
        }

        if (rule.StatusCode is < 400 or > 599)
        {
            yield return (nameof(FaultRule.StatusCode), $"must be from 400 to 599, and is {rule.StatusCode}");
        }

        if (rule.ErrorCode is { } code && (code.Length is 0 or > 256 || !code.All(c => char.IsAsciiLetterOrDigit(c) || "_.#:/-".Contains(c))))
        {
            yield return (nameof(FaultRule.ErrorCode), $"must be 1 to 256 ASCII letters, digits or _ . # : / -, and is '{Excerpt.Of(code)}'");
        }

        if (rule.Message is { Length: > 1024 } message)
        {
            yield return (nameof(FaultRule.Message), $"must have at most 1024 characters, and has {message.Length}");
        }

        if (rule.RetryAfter is { } retryAfter && (retryAfter < TimeSpan.Zero || retryAfter > MaxWait))
        {
            yield return (nameof(FaultRule.RetryAfter), $"must be from zero to {MaxWait.TotalDays} day, and is {retryAfter}");
        }

        if (rule.DateSkew is { } skew && (skew == TimeSpan.Zero || skew < -MaxSkew || skew > MaxSkew))
        {
            yield return (nameof(FaultRule.DateSkew), $"must be from -{MaxSkew.TotalDays} to {MaxSkew.TotalDays} days and not zero, and is {skew}");
        }
    }
}
