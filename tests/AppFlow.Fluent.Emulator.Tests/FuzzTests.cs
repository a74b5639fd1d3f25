using System.Text;
using AppFlow.Fluent.Emulator.Tests.Wire;
using CsCheck;

namespace AppFlow.Fluent.Emulator.Tests;

/// <summary>Random input from fixed seeds, so that a failure is the same failure everywhere.</summary>
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

    private static readonly Gen<byte> JsonByte = Gen.OneOf(Gen.Byte, Gen.OneOfConst("{}[]\",:\\u0123456789eE+-.truefalsn \n"u8.ToArray()));

    private static readonly Gen<byte[]> Mutated =
        from seed in Gen.OneOfConst(Seeds)
        from edits in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 400], JsonByte).Array[1, 8]
        select Mutate(Encoding.UTF8.GetBytes(seed), edits);

    private static readonly Gen<string> HeaderText = Gen.Char[' ', '\u00ff'].Where(c => c is < '\u007f' or > '\u009f').Array[0, 60].Select(c => new string(c));

    private TestEmulator _appflow = null!;

    public async Task InitializeAsync()
    {
        _appflow = await TestEmulator.StartAsync();
        await _appflow.RegisterAsync("known");
    }

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Fact]
    public async Task No_random_body_is_a_fault_of_the_server() =>
        await ForEachAsync(1000, 1, Gen.Select(Gen.OneOfConst(Paths), Gen.Byte.Array[0, 300]), sample => _appflow.PostAsync(sample.Item1, sample.Item2));

    [Fact]
    public async Task No_mutated_body_is_a_fault_of_the_server() =>
        await ForEachAsync(4000, 2, Gen.Select(Gen.OneOfConst(Paths), Mutated), sample => _appflow.PostAsync(sample.Item1, sample.Item2));

    [Fact]
    public async Task No_random_header_is_a_fault_of_the_server()
    {
        var names = Gen.OneOfConst("Authorization", "X-Amz-Date", "Date", "X-Amz-Content-Sha256", "X-Amz-Security-Token", "amz-sdk-request", "amz-sdk-invocation-id", "Content-Type", "Host", "Expect", "Accept-Encoding", "Connection", "Content-Encoding");
        await ForEachAsync(1000, 3, Gen.Select(names, HeaderText), sample =>
            new RawRequest(_appflow.Emulator.Endpoint, "/list-connectors").Sign().With(sample.Item1, sample.Item2).SendAsync());
    }

    [Fact]
    public async Task No_mutated_authorization_is_a_fault_of_the_server()
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
    public async Task No_random_target_is_a_fault_of_the_server()
    {
        var targets = Gen.Char['!', '~'].Array[0, 40].Select(c => "/" + new string(c));
        await ForEachAsync(1000, 5, targets, target => new RawRequest(_appflow.Emulator.Endpoint, target).Sign().SendAsync());
    }

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
