using System.ComponentModel.DataAnnotations;
using System.Reflection;
using CsCheck;

namespace AppFlow.Fluent.Tests.Requests;

/// <summary>The validation without exceptions gives the same result as the request.</summary>
public sealed class RegistrationValuesTests
{
    private static readonly MethodInfo[] Checks = typeof(ConnectorRegistrationValues).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

    public static TheoryData<string> TextFields => new(ConstrainedField.TextNames);

    [Fact]
    public void Each_field_has_a_validation_method() => Assert.Equal(
        ConstrainedField.All.Select(field => field.Name).Distinct().Order(),
        Checks.Select(check => Assert.Single(check.GetParameters()).Name!).Order());

    [Theory]
    [MemberData(nameof(TextFields))]
    public void The_validation_agrees_with_the_request_for_every_text(string name)
    {
        var field = ConstrainedField.Named(name);
        var limits = field.Attribute<StringLengthAttribute>();
        AdversarialText.Around(field.Name, limits.MinimumLength, limits.MaximumLength).Sample(text =>
        {
            var refusal = field.Refusal(text);
            var fault = FaultOf(field.Name, text);
            return refusal is null ? fault is null : fault is not null && refusal.Message.StartsWith(fault, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(TextFields))]
    public void Null_is_invalid(string name) =>
        Assert.Equal($"{ConstrainedField.Named(name).Name} must not be null.", FaultOf(ConstrainedField.Named(name).Name, null));

    [Theory]
    [InlineData(0, "maxResults must be 1 to 100; it is 0.")]
    [InlineData(1, null)]
    [InlineData(100, null)]
    [InlineData(101, "maxResults must be 1 to 100; it is 101.")]
    public void A_page_size_has_a_range(int maxResults, string? fault) => Assert.Equal(fault, ConnectorRegistrationValues.FaultOfMaxResults(maxResults));

    [Fact]
    public void The_result_is_a_readable_sentence() => Assert.Equal(
        "description may hold only ASCII letters, digits, white space and _ / ! @ # + = . -; it has ',' (U+002C) at index 1.",
        ConnectorRegistrationValues.FaultOfDescription("a,b"));

    private static string? FaultOf(string field, object? value) =>
        (string?)Checks.Single(check => check.GetParameters()[0].Name == field).Invoke(null, [value]);
}
