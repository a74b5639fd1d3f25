using System.Text;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Tests.Hostile;

/// <summary>The memory that one answer can take is limited, not only its size on the wire.</summary>
public sealed class ManyValuesTests
{
    private const long MaxBytes = 64 * 1024 * 1024;

    public static TheoryData<string, string, string> Pages => new()
    {
        { "objects", """{"connectors":[""", "{}" },
        { "numbers where nobody looks", """{"unknown":[""", "1" },
        { "lists where nobody looks", """{"unknown":[""", "[]" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_of_eight_megabytes_of_empty_objects_is_a_typed_error_and_takes_little_memory(string what, string begin, string value)
    {
        Assert.NotEmpty(what);
        var page = new StringBuilder(begin, AnswerBody.Limit);
        while (page.Length < AnswerBody.Limit - 16)
        {
            page.Append(value).Append(',');
        }

        var body = Encoding.UTF8.GetBytes(page.Append(value).Append("]}").ToString());
        using var network = new RecordingHandler(_ => Answers.Bytes(200, body));
        using var client = FakeService.Client(network);

        // The allocations of this thread, because other tests run in parallel.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var call = ConnectorRegistration.List().SendAsync(client);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var e = await Assert.ThrowsAsync<AppFlowException>(() => call);

        Assert.Contains($"more than {AnswerJson.MaxValues} values", e.Message, StringComparison.Ordinal);
        Assert.Equal((System.Net.HttpStatusCode.OK, 1), (e.StatusCode, e.Attempts));
        Assert.InRange(allocated, body.Length, MaxBytes);
    }

    [Fact]
    public async Task A_page_far_larger_than_the_service_s_is_read()
    {
        var connectors = string.Join(',', Enumerable.Range(0, 5_000).Select(number =>
            $$"""{"connectorLabel":"label-{{number}}","connectorModes":["SOURCE","DESTINATION"],"registeredAt":1.5}"""));
        using var network = new RecordingHandler($$"""{"connectors":[{{connectors}}]}""");
        using var client = FakeService.Client(network);

        Assert.Equal(5_000, (await ConnectorRegistration.List().SendAsync(client)).Connectors.Count);
    }
}
