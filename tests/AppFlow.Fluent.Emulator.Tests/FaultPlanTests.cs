namespace AppFlow.Fluent.Emulator.Tests;

public sealed class FaultPlanTests
{
    private static readonly FaultRule Drop = new() { Kind = FaultKind.DropAfterApplying, Nth = 1 };
    private static readonly FaultRule Error = new() { Kind = FaultKind.ErrorBeforeApplying, Nth = 1, StatusCode = 503 };

    public static TheoryData<string, FaultRule> WrongRules { get; } = new()
    {
        { "Rules[1] must not be null.", null! },
        { "Rules[1].Kind must be one of DropBeforeApplying, DropAfterApplying, Delay, ErrorBeforeApplying, ErrorAfterApplying, TruncatedBody, NonJsonBody, SkewedDate, and is 99.", Drop with { Kind = (FaultKind)99 } },
        { "Rules[1].Operation must be one of UpdateConnectorRegistration, RegisterConnector, UnregisterConnector, DescribeConnector, ListConnectors, and is 'updateConnectorRegistration'.", Drop with { Operation = "updateConnectorRegistration" } },
        { "Rules[1].ConnectorLabel must have 1 to 256 characters, and has 0.", Drop with { ConnectorLabel = "" } },
        { "Rules[1].ConnectorLabel must have 1 to 256 characters, and has 257.", Drop with { ConnectorLabel = new string('a', 257) } },
        { "Rules[1].Nth or Probability: exactly one of them must be given, and neither is.", Drop with { Nth = null } },
        { "Rules[1].Nth or Probability: exactly one of them must be given, and both are.", Drop with { Probability = 0.5 } },
        { "Rules[1].Nth must be 1 or more, and is 0.", Drop with { Nth = 0 } },
        { "Rules[1].Times must be 1 or more, and is 0.", Drop with { Times = 0 } },
        { "Rules[1].Probability must be from 0 to 1, and is 1.1.", Drop with { Nth = null, Probability = 1.1 } },
        { "Rules[1].Probability must be from 0 to 1, and is -0.1.", Drop with { Nth = null, Probability = -0.1 } },
        { "Rules[1].Probability must be from 0 to 1, and is NaN.", Drop with { Nth = null, Probability = double.NaN } },
        { "Rules[1].Delay must not be given when Kind is DropAfterApplying.", Drop with { Delay = TimeSpan.FromSeconds(1) } },
        { "Rules[1].StatusCode must not be given when Kind is DropAfterApplying.", Drop with { StatusCode = 500 } },
        { "Rules[1].ErrorCode must not be given when Kind is DropAfterApplying.", Drop with { ErrorCode = "X" } },
        { "Rules[1].Message must not be given when Kind is DropAfterApplying.", Drop with { Message = "x" } },
        { "Rules[1].RetryAfter must not be given when Kind is DropAfterApplying.", Drop with { RetryAfter = TimeSpan.Zero } },
        { "Rules[1].DateSkew must not be given when Kind is ErrorBeforeApplying.", Error with { DateSkew = TimeSpan.FromSeconds(1) } },
        { "Rules[1].Delay is required when Kind is Delay.", Drop with { Kind = FaultKind.Delay } },
        { "Rules[1].StatusCode is required when Kind is ErrorBeforeApplying.", Drop with { Kind = FaultKind.ErrorBeforeApplying } },
        { "Rules[1].StatusCode is required when Kind is ErrorAfterApplying.", Drop with { Kind = FaultKind.ErrorAfterApplying } },
        { "Rules[1].DateSkew is required when Kind is SkewedDate.", Drop with { Kind = FaultKind.SkewedDate } },
        { "Rules[1].Delay must be more than zero and at most 1 day, and is 00:00:00.", Drop with { Kind = FaultKind.Delay, Delay = TimeSpan.Zero } },
        { "Rules[1].Delay must be more than zero and at most 1 day, and is 1.00:00:00.0000001.", Drop with { Kind = FaultKind.Delay, Delay = TimeSpan.FromDays(1) + TimeSpan.FromTicks(1) } },
        { "Rules[1].StatusCode must be from 400 to 599, and is 399.", Error with { StatusCode = 399 } },
        { "Rules[1].StatusCode must be from 400 to 599, and is 600.", Error with { StatusCode = 600 } },
        { "Rules[1].ErrorCode must be 1 to 256 ASCII letters, digits or _ . # : / -, and is ''.", Error with { ErrorCode = "" } },
        { "Rules[1].ErrorCode must be 1 to 256 ASCII letters, digits or _ . # : / -, and is 'a\r\nb'.", Error with { ErrorCode = "a\r\nb" } },
        { "Rules[1].Message must have at most 1024 characters, and has 1025.", Error with { Message = new string('a', 1025) } },
        { "Rules[1].RetryAfter must be from zero to 1 day, and is -00:00:00.0010000.", Error with { RetryAfter = TimeSpan.FromMilliseconds(-1) } },
        { "Rules[1].DateSkew must be from -365 to 365 days and not zero, and is 00:00:00.", Drop with { Kind = FaultKind.SkewedDate, DateSkew = TimeSpan.Zero } },
        { "Rules[1].DateSkew must be from -365 to 365 days and not zero, and is -366.00:00:00.", Drop with { Kind = FaultKind.SkewedDate, DateSkew = TimeSpan.FromDays(-366) } },
    };

    public static TheoryData<string, string> WrongJson { get; } = new()
    {
        { "The fault plan is not valid JSON:", "" },
        { "The fault plan is not valid JSON:", "{" },
        { "The fault plan is not valid JSON:", "{} {}" },
        { "The fault plan must be a JSON object.", "[]" },
        { "seed must be a 32-bit integer, and is the number 1.5.", """{"seed":1.5}""" },
        { "seed must be a 32-bit integer, and is '7'.", """{"seed":"7"}""" },
        { "seed must be given once, and is repeated.", """{"seed":7,"seed":7}""" },
        { "Seed is unknown: the members are seed, rules.", """{"Seed":7}""" },
        { "rules must be an array, and is an object.", """{"rules":{}}""" },
        { "rules[0] must be an object, and is null.", """{"rules":[null]}""" },
        { "rules[0].kind is required.", """{"rules":[{}]}""" },
        { "rules[0].kind is required.", """{"rules":[{"kind":null,"nth":1}]}""" },
        { "rules[0].kind must be one of dropBeforeApplying, dropAfterApplying, delay, errorBeforeApplying, errorAfterApplying, truncatedBody, nonJsonBody, skewedDate, and is 'DropBeforeApplying'.", """{"rules":[{"kind":"DropBeforeApplying","nth":1}]}""" },
        { "rules[1].times must be a 32-bit integer, and is the number 1e99.", """{"rules":[{"kind":"truncatedBody","nth":1},{"kind":"truncatedBody","nth":1,"times":1e99}]}""" },
        { "rules[0].probability must be a number, and is true.", """{"rules":[{"kind":"truncatedBody","probability":true}]}""" },
        { "rules[0].probability must be from 0 to 1, and is 2.", """{"rules":[{"kind":"truncatedBody","probability":2}]}""" },
        { "rules[0].delay must be a duration such as \"00:00:02.5\", and is the number 5.", """{"rules":[{"kind":"delay","nth":1,"delay":5}]}""" },
        { "rules[0].delay must be a duration such as \"00:00:02.5\", and is '5s'.", """{"rules":[{"kind":"delay","nth":1,"delay":"5s"}]}""" },
        { "rules[0].delay is required when kind is delay.", """{"rules":[{"kind":"delay","nth":1}]}""" },
        { "rules[0].operation must be one of UpdateConnectorRegistration,", """{"rules":[{"kind":"truncatedBody","nth":1,"operation":"update"}]}""" },
        { "rules[0].nth or probability: exactly one of them must be given, and neither is.", """{"rules":[{"kind":"truncatedBody"}]}""" },
        { "rules[0].status is unknown: the members of rules[0] are kind, operation, connectorLabel, nth, times, probability, delay, statusCode, errorCode, message, retryAfter, dateSkew.", """{"rules":[{"kind":"errorBeforeApplying","nth":1,"status":500}]}""" },
    };

    [Theory]
    [MemberData(nameof(WrongRules))]
    public async Task An_invalid_rule_is_named_when_the_plan_is_set(string expected, FaultRule rule)
    {
        await using var emulator = await AppFlowEmulator.StartAsync();
        var plan = new FaultPlan { Rules = [Drop, rule] };

        var exception = Assert.Throws<ArgumentException>(() => emulator.SetFaults(plan));
        var atStart = await Assert.ThrowsAsync<ArgumentException>(() => AppFlowEmulator.StartAsync(new AppFlowEmulatorOptions { Faults = plan }));

        Assert.Equal($"{expected} (Parameter 'plan')", exception.Message);
        Assert.Equal($"AppFlowEmulatorOptions.Faults must be a valid plan: {expected} (Parameter 'Faults')", atStart.Message);
    }

    [Theory]
    [MemberData(nameof(WrongJson))]
    public void Invalid_json_is_reported_with_its_member(string expected, string json) =>
        Assert.StartsWith(expected, Assert.Throws<FormatException>(() => FaultPlan.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Json_can_set_every_member()
    {
        var plan = FaultPlan.Parse(
            """
            {"seed":-7,"rules":[
              {"kind":"errorAfterApplying","operation":"RegisterConnector","connectorLabel":"orders","nth":3,"times":2,"statusCode":429,
               "errorCode":"ThrottlingException","message":"Slow down","retryAfter":"00:00:01.25","delay":null},
              {"kind":"delay","probability":0.25,"delay":"01:02:03"},
              {"kind":"skewedDate","nth":1,"dateSkew":"-1.00:05:00"}]}
            """);

        Assert.Equal(
            new FaultPlan
            {
                Seed = -7,
                Rules =
                [
                    new()
                    {
                        Kind = FaultKind.ErrorAfterApplying,
                        Operation = "RegisterConnector",
                        ConnectorLabel = "orders",
                        Nth = 3,
                        Times = 2,
                        StatusCode = 429,
                        ErrorCode = "ThrottlingException",
                        Message = "Slow down",
                        RetryAfter = TimeSpan.FromMilliseconds(1250),
                    },
                    new() { Kind = FaultKind.Delay, Probability = 0.25, Delay = new TimeSpan(1, 2, 3) },
                    new() { Kind = FaultKind.SkewedDate, Nth = 1, DateSkew = new TimeSpan(-1, 0, -5, 0) },
                ],
            },
            plan);
    }

    [Fact]
    public void An_empty_object_is_a_plan_without_faults() => Assert.Equal(FaultPlan.None, FaultPlan.Parse("{}"));

    [Fact]
    public void Plans_are_equal_by_value()
    {
        var plan = new FaultPlan { Seed = 1, Rules = [Drop, Error] };

        Assert.Equal(plan, new FaultPlan { Seed = 1, Rules = [Drop with { }, Error with { }] });
        Assert.Equal(plan.GetHashCode(), new FaultPlan { Seed = 1, Rules = [Drop with { }, Error with { }] }.GetHashCode());
        Assert.NotEqual(plan, plan with { Seed = 2 });
        Assert.NotEqual(plan, plan with { Rules = [Error, Drop] });
        Assert.NotEqual(plan, plan with { Rules = [Drop] });
    }

    [Fact]
    public void A_plan_does_not_change_with_the_list_it_was_made_from()
    {
        var rules = new List<FaultRule> { Drop };
        var plan = new FaultPlan { Rules = rules };

        rules.Clear();

        Assert.Equal([Drop], plan.Rules);
        Assert.True(((ICollection<FaultRule>)plan.Rules).IsReadOnly);
    }

    [Fact]
    public void A_plan_has_readable_text() => Assert.Equal(
        "FaultPlan { Seed = 7, Rules = [FaultRule { Kind = DropAfterApplying, Nth = 1 }, FaultRule { Kind = ErrorBeforeApplying, Nth = 1, StatusCode = 503 }] }",
        new FaultPlan { Seed = 7, Rules = [Drop, Error] }.ToString());
}
