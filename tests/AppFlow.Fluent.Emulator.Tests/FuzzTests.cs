using System.Text;
using AppFlow.Fluent.Emulator.Tests.Wire;
using CsCheck;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>Random input from fixed seeds, so that failures can be reproduced everywhere.</summary>
public sealed class FuzzTests : IAsyncLifetime
{
    private static readonly string[] Paths =
        ["/register-connector", "/update-connector-registration", "/unregister-connector", "/describe-connector", "/list-connectors"];

    private static readonly string[] Seeds =
    [
        $$$"""{"connectorLabel":"known","description":"a\u0020b","connectorProvisioningType":"LAMBDA","connectorProvisioningConfig":{"lambda":{"lambdaArn":"{{{TestEmulator.LambdaArn}}}"}},"clientToken":"t"}""",
        """{"connectorType":"CustomConnector","connectorLabel":"known","forceDelete":false}""",
        """{"maxResults":10,"nextToken":"abc","unknown":[1,-2.5e3,true,null,{"x":"\ud83d\ude00"}]}""",
    ];

    private const string Plan =
        """{"seed":7,"rules":[{"kind":"errorAfterApplying","operation":"ListConnectors","connectorLabel":"x","nth":1,"statusCode":503,"retryAfter":"00:00:01"},{"kind":"delay","probability":0.5,"delay":"01:00:00"}]}""";

    private static readonly Gen<byte> JsonByte = Gen.OneOf(Gen.Byte, Gen.OneOfConst("{}[]\",:\\u0123456789eE+-.truefalsn \n"u8.ToArray()));

    private static readonly Gen<byte[]> Mutated =
        from seed in Gen.OneOfConst(Seeds)
        from edits in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 400], JsonByte).Array[1, 8]
        select Mutate(Encoding.UTF8.GetBytes(seed), edits);

    private static readonly Gen<string> HeaderText = Gen.Char[' ', '\u00ff'].Where(c => c is < '\u007f' or > '\u009f').Array[0, 60].Select(c => new string(c));

    private static readonly Gen<byte[]> MutatedPlan =
        from edits in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 400], JsonByte).Array[1, 4]
        select Mutate(Encoding.UTF8.GetBytes(Plan), edits);

    private static readonly Gen<string> MadeUpRule =
        from kind in Gen.OneOfConst("dropBeforeApplying", "dropAfterApplying", "truncatedBody", "delay", "errorBeforeApplying", "skewedDate", "Delay", "\\ud800", "")
        from choice in Gen.OneOfConst("\"nth\":1", "\"probability\":0.5", "\"nth\":0", "\"probability\":1e400", "\"nth\":null")
        from member in Gen.OneOfConst("times", "delay", "statusCode", "errorCode", "message", "retryAfter", "dateSkew", "connectorLabel", "operation", "nth", "other")
        from value in Gen.OneOfConst("1", "503", "-1", "\"00:00:01\"", "\"-10675199.02:48:05.4775808\"", "\"orders\"", "\"\u00e9\\u0000\"", "null", "{}", "[1e999]", "\"ListConnectors\"")
        select $$"""{"kind":"{{kind}}",{{choice}},"{{member}}":{{value}}}""";

    private static readonly Gen<string> MadeUpPlan =
        from seed in Gen.OneOfConst("0", "-2147483648", "2147483648")
        from rules in MadeUpRule.Array[0, 2]
        select $$"""{"seed":{{seed}},"rules":[{{string.Join(',', rules)}}]}""";

    private TestEmulator _appflow = null!;

    public async Task InitializeAsync()
    {
        _appflow = await TestEmulator.StartAsync();
        await _appflow.RegisterAsync("known");
    }

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Fact]
    public async Task No_random_body_causes_a_server_error() =>
        await ForEachAsync(1000, 1, Gen.Select(Gen.OneOfConst(Paths), Gen.Byte.Array[0, 300]), sample => _appflow.PostAsync(sample.Item1, sample.Item2));

    [Fact]
    public async Task No_mutated_body_causes_a_server_error() =>
        await ForEachAsync(4000, 2, Gen.Select(Gen.OneOfConst(Paths), Mutated), sample => _appflow.PostAsync(sample.Item1, sample.Item2));

    [Fact]
    public async Task No_random_header_causes_a_server_error()
    {
        var names = Gen.OneOfConst("Authorization", "X-Amz-Date", "Date", "X-Amz-Content-Sha256", "X-Amz-Security-Token", "amz-sdk-request", "amz-sdk-invocation-id", "Content-Type", "Host", "Expect", "Accept-Encoding", "Connection", "Content-Encoding");
        await ForEachAsync(1000, 3, Gen.Select(names, HeaderText), sample =>
            new RawRequest(_appflow.Emulator.Endpoint, "/list-connectors").Sign().With(sample.Item1, sample.Item2).SendAsync());
    }

    [Fact]
    public async Task No_mutated_authorization_causes_a_server_error()
    {
        var edits = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 250], Gen.OneOfConst("/;=, AWS4-HMACx0\u00e9"u8.ToArray())).Array[1, 6];
        await ForEachAsync(1000, 4, edits, sample =>
        {
            var request = new RawRequest(_appflow.Emulator.Endpoint, "/list-connectors").Sign();
            var authorization = request.Headers.Single(header => header.Key == "Authorization").Value;
            return request.With("Authorization", Encoding.Latin1.GetString(Mutate(Encoding.Latin1.GetBytes(authorization), sample))).SendAsync();
        });
    }

    [Fact]
    public async Task No_random_target_causes_a_server_error()
    {
        var targets = Gen.Char['!', '~'].Array[0, 40].Select(c => "/" + new string(c));
        await ForEachAsync(1000, 5, targets, target => new RawRequest(_appflow.Emulator.Endpoint, target).Sign().SendAsync());
    }

    [Fact]
    public async Task No_random_set_of_headers_causes_a_server_error()
    {
        var names = Gen.Char['!', '~'].Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').Array[1, 20].Select(c => "X" + new string(c));
        await ForEachAsync(1000, 6, Gen.Select(names, HeaderText).Array[0, 40], sample =>
        {
            var request = new RawRequest(_appflow.Emulator.Endpoint, "/list-connectors").Sign();
            request.Headers.AddRange(sample.Select(header => new KeyValuePair<string, string>(header.Item1, header.Item2)));
            return request.SendAsync();
        });
    }

    [Fact]
    public async Task No_random_bytes_stop_the_server()
    {
        var random = new PCG(1, 7);
        for (var i = 0; i < 1000; i++)
        {
            await RawRequest.AbandonAsync(_appflow.Emulator.Endpoint, Gen.Byte.Array[0, 200].Generate(random, null, out _));
        }

        (await _appflow.ListAsync()).ShouldSucceed();
    }

    [Fact]
    public async Task No_mutated_plan_causes_a_server_error() =>
        await ForEachAsync(3000, 8, MutatedPlan, body => Control("PUT", "faults", body).SendAsync());

    [Fact]
    public async Task No_generated_plan_causes_a_server_error()
    {
        var accepted = 0;
        await ForEachAsync(3000, 9, MadeUpPlan, async body =>
        {
            var answer = await Control("PUT", "faults", Encoding.UTF8.GetBytes(body)).SendAsync();
            if (answer.Status == 204)
            {
                accepted++;
                Assert.Equal(FaultPlan.Parse(body), FaultPlan.Parse((await Control("GET", "faults", []).SendAsync()).Body));
            }

            return answer;
        });

        Assert.InRange(accepted, 100, 2900);
    }

    [Fact]
    public async Task No_random_control_request_causes_a_server_error()
    {
        var names = Gen.OneOf(Gen.OneOfConst("ledger", "faults", "clock", "reset"), Gen.Char['!', '~'].Array[0, 20].Select(c => new string(c)));
        var headers = Gen.OneOfConst("Host", "Origin", "Content-Type", "Authorization", "Expect", "Accept", "X-Forwarded-For", "X-HTTP-Method-Override");
        var samples = Gen.Select(
            Gen.OneOfConst("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS"), names, Gen.OneOf(MutatedPlan, Gen.Byte.Array[0, 100]), headers, HeaderText);
        await ForEachAsync(1000, 10, samples, sample => Control(sample.Item1, sample.Item2, sample.Item3).With(sample.Item4, sample.Item5).SendAsync());
    }

    private RawRequest Control(string method, string name, byte[] body) =>
        new(_appflow.Emulator.Endpoint, "/_emulator/" + name, body) { Method = method };

    private async Task ForEachAsync<T>(int count, ulong seed, Gen<T> samples, Func<T, Task<WireAnswer>> send)
    {
        var random = new PCG(1, seed);
        for (var i = 0; i < count; i++)
        {
            var sample = samples.Generate(random, null, out _);
            var answer = await send(sample);
            Assert.True(answer.Status is >= 200 and < 500, $"Sample {i}, {sample}: {answer.Status} {answer.Body}");
            if (answer.Headers.ContainsKey("x-amzn-RequestId"))
            {
                Assert.Equal(answer.Status == 200, answer.ErrorType is null);
            }
        }

        // Removes the faults that random requests have planned.
        _appflow.Emulator.SetFaults(FaultPlan.None);
        (await _appflow.ListAsync()).ShouldSucceed();
    }

    private static byte[] Mutate(byte[] original, (int Kind, int Position, byte Value)[] edits)
    {
        var bytes = original.ToList();
        foreach (var (kind, position, value) in edits)
        {
            var at = position % (bytes.Count + 1);
            if (kind == 0 || at == bytes.Count)
            {
                bytes.Insert(at, value);
            }
            else if (kind == 1)
            {
                bytes[at] = value;
            }
            else
            {
                bytes.RemoveAt(at);
            }
        }

        return [.. bytes];
    }
}
