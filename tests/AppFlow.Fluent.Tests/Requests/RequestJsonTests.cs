using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AppFlow.Fluent.Client;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Tests.Requests;

/// <summary>Requests write themselves, with exactly the result of a serializer.</summary>
public sealed class RequestJsonTests
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static TheoryData<Type> Requests => new(typeof(ConnectorRegistration).Assembly.GetTypes().Where(type => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(AppFlowRequest<>) && type.IsSealed));

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_field_is_covered(Type type)
    {
        AssertWritten(RequestSamples.Empty(type));
        AssertWritten(type.GetMethods().Where(IsWith).Aggregate(RequestSamples.Empty(type), (request, with) => With(request, with)));
        foreach (var with in type.GetMethods().Where(IsWith))
        {
            AssertWritten(With(RequestSamples.Empty(type), with));
        }
    }

    [Fact]
    public void Characters_that_JSON_escapes_are_escaped() =>
        AssertWritten(ConnectorRegistration.Update("orders").WithDescription("a + b\n\t/").WithClientToken("\"<&>'+`\\ ~"));

    [Fact]
    public void A_request_that_cannot_be_written_does_not_affect_the_next()
    {
        var request = ConnectorRegistration.Describe("orders");
        var expected = RequestJson.Write(request, clientToken: null);
        Assert.Throws<InvalidOperationException>(() => RequestJson.Write(new Unwritable(), clientToken: null));

        Assert.Equal(expected, RequestJson.Write(request, clientToken: null));
    }

    private static bool IsWith(MethodInfo method) => method.Name.StartsWith("With", StringComparison.Ordinal);

    private static object With(object request, MethodInfo with) =>
        with.Invoke(request, [.. with.GetParameters().Select(parameter => RequestSamples.Valid(parameter.Name!, 1))])!;

    private static void AssertWritten(object request) => Assert.Equal(
        JsonSerializer.Serialize(request, request.GetType(), Options),
        Encoding.UTF8.GetString(Written(request)));

    private static byte[] Written(object request) => request switch
    {
        UpdateConnectorRegistrationRequest update => RequestJson.Write(update, update.ClientToken),
        RegisterConnectorRequest register => RequestJson.Write(register, register.ClientToken),
        UnregisterConnectorRequest unregister => RequestJson.Write(unregister, clientToken: null),
        DescribeConnectorRequest describe => RequestJson.Write(describe, clientToken: null),
        ListConnectorsRequest list => RequestJson.Write(list, clientToken: null),
        _ => throw new ArgumentException("There is another request.", nameof(request)),
    };

    private sealed record Unwritable : AppFlowRequest<int>
    {
        internal override ServiceOperation Operation => ServiceOperation.DescribeConnector;

        internal override int Respond(in CompletedCall call) => call.Attempts;

        internal override void WriteFields(Utf8JsonWriter json, string? clientToken)
        {
            json.WriteString("half"u8, "written");
            throw new InvalidOperationException();
        }
    }
}
