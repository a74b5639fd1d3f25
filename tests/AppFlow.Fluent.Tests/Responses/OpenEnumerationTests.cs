using System.Reflection;
using AppFlow.Fluent.Tests.Data;

namespace AppFlow.Fluent.Tests.Responses;

/// <summary>The service's enumerations, with every value of the model and room for more.</summary>
public sealed class OpenEnumerationTests
{
    public static TheoryData<Type> Enumerations => new(typeof(ConnectorType).Assembly.GetExportedTypes()
        .Where(type => type.IsValueType && type.GetProperty("Value")?.PropertyType == typeof(string)));

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void The_named_values_are_those_of_the_model(Type type) => Assert.Equal(
        Facts.ServiceModel["shapes"]![type.Name]!["enum"]!.AsArray().Select(value => (string)value!).Order(StringComparer.Ordinal),
        type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => property.GetValue(null)!.ToString()!)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Values_are_equal_by_their_text()
    {
        Assert.Equal(ConnectorType.CustomConnector, new ConnectorType("CustomConnector"));
        Assert.NotEqual(ConnectorType.CustomConnector, new ConnectorType("customconnector"));
        Assert.Equal(default, new ConnectorType(""));
        Assert.Equal("", default(ConnectorType).Value);
        Assert.Equal("", default(ConnectorType).ToString());
    }
}
