using System.Text;
using System.Text.Json;
using AppFlow.Fluent.Emulator.Protocol;

namespace AppFlow.Fluent.Emulator.Faults;

/// <summary>A plan as JSON, read and written.</summary>
internal static class FaultPlanJson
{
    private const string Seed = "seed";
    private const string Rules = "rules";
    private const string Kind = "kind";
    private const string OperationName = "operation";
    private const string ConnectorLabel = "connectorLabel";
    private const string Nth = "nth";
    private const string Times = "times";
    private const string Probability = "probability";
    private const string Delay = "delay";
    private const string StatusCode = "statusCode";
    private const string ErrorCode = "errorCode";
    private const string Message = "message";
    private const string RetryAfter = "retryAfter";
    private const string DateSkew = "dateSkew";

    public static FaultPlan Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <exception cref="FormatException">It is not a valid plan; the message names the member and what it must be.</exception>
    public static FaultPlan Parse(ReadOnlyMemory<byte> json)
    {
        using var document = StrictJson.ParseStrict(json, "fault plan");
        var members = new StrictMembers(document.RootElement, "", Seed, Rules);
        var plan = new FaultPlan
        {
            Seed = members.Integer(Seed) ?? 0,
            Rules = [.. members.Array(Rules).Select((rule, index) => ReadRule(rule, $"{Rules}[{index}]"))],
        };
        return FaultPlanCheck.FirstViolation(plan, FaultNames.InJson) is { } violation ? throw new FormatException(violation) : plan;
    }

    public static void Write(Utf8JsonWriter writer, FaultPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteNumber(Seed, plan.Seed);
        writer.WriteStartArray(Rules);
        foreach (var rule in plan.Rules)
        {
            WriteRule(writer, rule);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static FaultRule ReadRule(JsonElement rule, string path)
    {
        var members = new StrictMembers(
            rule,
            path,
            [Kind, OperationName, ConnectorLabel, Nth, Times, Probability, Delay, StatusCode, ErrorCode, Message, RetryAfter, DateSkew]);
        return new FaultRule
        {
            Kind = ReadKind(members),
            Operation = members.String(OperationName),
            ConnectorLabel = members.String(ConnectorLabel),
            Nth = members.Integer(Nth),
            Times = members.Integer(Times),
            Probability = members.Number(Probability),
            Delay = members.Duration(Delay),
            StatusCode = members.Integer(StatusCode),
            ErrorCode = members.String(ErrorCode),
            Message = members.String(Message),
            RetryAfter = members.Duration(RetryAfter),
            DateSkew = members.Duration(DateSkew),
        };
    }

    private static FaultKind ReadKind(StrictMembers members)
    {
        var name = members.String(Kind) ?? throw members.Missing(Kind);
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            if (FaultNames.InJson.Of(kind) == name)
            {
                return kind;
            }
        }

        throw members.Wrong(Kind, $"one of {FaultNames.InJson.AllKinds()}", members.Find(Kind)!.Value);
    }

    private static void WriteRule(Utf8JsonWriter writer, FaultRule rule)
    {
        writer.WriteStartObject();
        writer.WriteString(Kind, FaultNames.InJson.Of(rule.Kind));
        WriteString(writer, OperationName, rule.Operation);
        WriteString(writer, ConnectorLabel, rule.ConnectorLabel);
        WriteInteger(writer, Nth, rule.Nth);
        WriteInteger(writer, Times, rule.Times);
        if (rule.Probability is { } probability)
        {
            writer.WriteNumber(Probability, probability);
        }

        WriteString(writer, Delay, rule.Delay?.ToString("c"));
        WriteInteger(writer, StatusCode, rule.StatusCode);
        WriteString(writer, ErrorCode, rule.ErrorCode);
        WriteString(writer, Message, rule.Message);
        WriteString(writer, RetryAfter, rule.RetryAfter?.ToString("c"));
        WriteString(writer, DateSkew, rule.DateSkew?.ToString("c"));
        writer.WriteEndObject();
    }

    private static void WriteString(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteInteger(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }
}
