using System.Collections;
using System.Reflection;
using AppFlow.Fluent.Annotations;

namespace AppFlow.Fluent.Tests.Requests;

/// <summary>Requests and responses are immutable; tested for every type by reflection.</summary>
public sealed class ImmutabilityTests
{
    private static readonly Type[] RequestTypes =
        [.. typeof(ConnectorRegistration).Assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(FluentRequestAttribute)))];

    public static TheoryData<Type> Requests => new(RequestTypes);

    public static TheoryData<Type> Values => new(Reachable());

    public static TheoryData<string, string> WithMethods
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var method in RequestTypes.SelectMany(type => type.GetMethods()).Where(IsWith))
            {
                data.Add(method.DeclaringType!.Name, method.Name);
            }

            return data;
        }
    }

    [Fact]
    public void The_five_requests_and_all_responses_are_covered()
    {
        Assert.Equal(5, RequestTypes.Length);
        Assert.Equal(5, Reachable().Count(type => type.Name.EndsWith("Response", StringComparison.Ordinal)));
        Assert.Contains(typeof(ConnectorConfiguration), Reachable());
        Assert.Contains(typeof(OAuth2CustomParameter), Reachable());
        Assert.Contains(typeof(ConnectorType), Reachable());
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void No_property_can_be_set_after_construction_and_no_field_is_public(Type type)
    {
        const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        Assert.DoesNotContain(type.GetProperties(Everything), Construction.CanBeSetLater);
        Assert.DoesNotContain(type.GetFields(Everything), field => field.IsPublic || !field.IsInitOnly);
        Assert.DoesNotContain(
            type.GetProperties(Everything),
            property => property.PropertyType.IsArray || typeof(IList).IsAssignableFrom(property.PropertyType)
                || (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IList<>)));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Nothing_can_be_derived_from_a_value(Type type) => Assert.True(type.IsSealed, $"{type} is not sealed");

    [Theory]
    [MemberData(nameof(WithMethods))]
    public void A_With_method_returns_a_new_request_and_does_not_change_the_old_one(string request, string with)
    {
        var type = RequestTypes.Single(type => type.Name == request);
        var method = type.GetMethod(with)!;
        var old = RequestSamples.Empty(type);
        var twin = RequestSamples.Empty(type);
        var hash = old.GetHashCode();
        var text = old.ToString();

        var changed = method.Invoke(old, [.. method.GetParameters().Select(parameter => RequestSamples.Valid(parameter.Name!, 1))])!;

        Assert.NotSame(old, changed);
        Assert.Equal(type, changed.GetType());
        Assert.NotEqual(old, changed);
        Assert.NotEqual(text, changed.ToString());
        Assert.Equal(twin, old);
        Assert.Equal(hash, old.GetHashCode());
        Assert.Equal(text, old.ToString());
    }

    [Theory]
    [MemberData(nameof(WithMethods))]
    public void Every_With_method_replaces_only_its_own_field(string request, string with)
    {
        var type = RequestTypes.Single(type => type.Name == request);
        var method = type.GetMethod(with)!;
        foreach (var earlier in type.GetMethods().Where(IsWith))
        {
            var start = earlier.Invoke(RequestSamples.Empty(type), Arguments(earlier, 1))!;
            var once = method.Invoke(start, Arguments(method, 2))!;
            var twice = method.Invoke(method.Invoke(start, Arguments(method, 3)), Arguments(method, 2))!;
            Assert.Equal(once, twice);
            Assert.Equal(once.GetHashCode(), twice.GetHashCode());
            foreach (var property in type.GetProperties().Where(property => !SetBy(with).Contains(property.Name)))
            {
                Assert.Equal(property.GetValue(start), property.GetValue(once));
            }
        }
    }

    private static object[] Arguments(MethodInfo method, int variant) =>
        [.. method.GetParameters().Select(parameter => RequestSamples.Valid(parameter.Name!, variant))];

    private static string[] SetBy(string with) => with switch
    {
        "WithLambda" or "WithConnectorProvisioningConfig" => ["ConnectorProvisioningConfig", "ConnectorProvisioningType"],

        // A token and an operation id exclude each other.
        "WithClientToken" or "WithOperationId" => ["ClientToken", "OperationId"],
        _ => [with["With".Length..]],
    };

    private static bool IsWith(MethodInfo method) => method.Name.StartsWith("With", StringComparison.Ordinal);

    private static List<Type> Reachable()
    {
        var found = new List<Type>();
        var open = new Queue<Type>(typeof(ConnectorRegistration).Assembly.GetExportedTypes()
            .Where(type => type.IsDefined(typeof(FluentRequestAttribute)) || type.Name.EndsWith("Response", StringComparison.Ordinal)));
        while (open.TryDequeue(out var type))
        {
            if (found.Contains(type))
            {
                continue;
            }

            found.Add(type);
            foreach (var next in type.GetProperties().SelectMany(property => Parts(property.PropertyType)))
            {
                open.Enqueue(next);
            }
        }

        return found;
    }

    private static IEnumerable<Type> Parts(Type type) => type.IsGenericType
        ? type.GetGenericArguments().SelectMany(Parts)
        : type.Assembly == typeof(ConnectorRegistration).Assembly ? [type] : [];
}
