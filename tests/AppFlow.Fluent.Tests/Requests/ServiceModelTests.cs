using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using AppFlow.Fluent.Tests.Data;
using CsCheck;

namespace AppFlow.Fluent.Tests.Requests;

/// <summary>The attributes agree with the service's model, except for the differences named here.</summary>
public sealed class ServiceModelTests
{
    public static TheoryData<string> Fields => new(ConstrainedField.All.Select(one => one.ToString()));

    [Theory]
    [MemberData(nameof(Fields))]
    public void The_limits_are_those_of_the_model(string name)
    {
        var field = ConstrainedField.Named(name);
        if (field.Name == "operationId")
        {
            // The library's own field: the service never sees it.
            return;
        }

        var shape = Facts.ServiceModel["shapes"]![ShapeOf(field.Name)]!;
        if (field.ValueType == typeof(int))
        {
            var range = field.Attribute<RangeAttribute>();
            Assert.Equal((int)shape["min"]!, range.Minimum);
            Assert.Equal((int)shape["max"]!, range.Maximum);
            return;
        }

        var length = field.Attribute<StringLengthAttribute>();
        Assert.Equal((int)shape["max"]!, length.MaximumLength);
        Assert.Equal(LeastLength(field.Name, (int?)shape["min"]), length.MinimumLength);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void The_attributes_accept_what_the_model_accepts(string name)
    {
        var field = ConstrainedField.Named(name);
        if (field.ValueType == typeof(int) || field.Name == "operationId")
        {
            return;
        }

        var shape = Facts.ServiceModel["shapes"]![ShapeOf(field.Name)]!;
        var pattern = ModelPattern((string)shape["pattern"]!);
        var max = (int)shape["max"]!;
        var min = (int?)shape["min"] ?? 0;
        var limits = field.Attribute<StringLengthAttribute>();
        AdversarialText.Around(field.Name, limits.MinimumLength, max).Sample(
            value =>
            {
                var modelAccepts = value.Length >= min && value.Length <= max && pattern.IsMatch(AsInTheModelsPartition(field.Name, value));

                // JSON cannot represent half a surrogate pair, so such text is refused here and never reaches the service.
                Assert.Equal(modelAccepts && IsWellFormed(value), field.AttributesAccept(value));
            },
            iter: 3_000);
    }

    [Fact]
    public void The_fields_that_the_model_requires_are_required()
    {
        foreach (var (type, required) in new (Type, string[])[]
        {
            (typeof(UpdateConnectorRegistrationRequest), ["ConnectorLabel"]),
            (typeof(UnregisterConnectorRequest), ["ConnectorLabel"]),
            (typeof(LambdaConnectorProvisioningConfig), ["LambdaArn"]),
            (typeof(ListConnectorsRequest), []),

            // The model requires neither, but the service cannot register a connector without them.
            (typeof(RegisterConnectorRequest), ["ConnectorLabel", "ConnectorProvisioningConfig"]),

            // The model requires connectorType, which is always sent; a custom connector is found by its label alone.
            (typeof(DescribeConnectorRequest), ["ConnectorLabel"]),
        })
        {
            Assert.Equal(
                required,
                type.GetProperties()
                    .Where(property => property.IsDefined(typeof(RequiredAttribute), inherit: true))
                    .Select(property => property.Name)
                    .Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData(typeof(UpdateConnectorRegistrationRequest))]
    [InlineData(typeof(RegisterConnectorRequest))]
    [InlineData(typeof(UnregisterConnectorRequest))]
    [InlineData(typeof(DescribeConnectorRequest))]
    [InlineData(typeof(ListConnectorsRequest))]
    public void Every_member_of_the_model_is_a_property_of_the_request(Type request) => Assert.Equal(
        Facts.ServiceModel["shapes"]![request.Name]!["members"]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal),
        request.GetProperties()
            .Where(property => property.Name != "OperationId")
            .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..])
            .Order(StringComparer.Ordinal));

    private static string ShapeOf(string field) => field switch
    {
        "lambdaArn" => "ARN",
        _ => char.ToUpperInvariant(field[0]) + field[1..],
    };

    // The model has no minimum length for the label, but its pattern needs two characters, and a page token's needs one.
    private static int LeastLength(string field, int? modelled) => field switch
    {
        "connectorLabel" => 2,
        "nextToken" => 1,
        _ => modelled ?? 0,
    };

    // The model has only arn:aws:; other partitions have the same service, so their ARNs are accepted too.
    private static string AsInTheModelsPartition(string field, string value) =>
        field == "lambdaArn" ? Regex.Replace(value, @"\Aarn:aws(?:-[0-9a-z]+)*:", "arn:aws:") : value;

    // The service's \w, \s and \S are ASCII, its dot stops at each of Java's line terminators, and it matches the whole text.
    private static Regex ModelPattern(string pattern) => new(
        @"\A(?:" + Translate(pattern) + @")\z",
        RegexOptions.CultureInvariant);

    private static string Translate(string pattern) => pattern
        .Replace("\\w", "0-9A-Za-z_", StringComparison.Ordinal)
        .Replace("[\\s", "[\\t\\n\\v\\f\\r ", StringComparison.Ordinal)
        .Replace("\\S", "[^\\t\\n\\v\\f\\r ]", StringComparison.Ordinal)
        .Replace(".*", "[^\\n\\r\\u0085\\u2028\\u2029]*", StringComparison.Ordinal);

    private static bool IsWellFormed(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value, i))
            {
                if (i + 1 == value.Length || !char.IsSurrogatePair(value, i))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }
}
