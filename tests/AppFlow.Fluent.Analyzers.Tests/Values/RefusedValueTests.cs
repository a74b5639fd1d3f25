using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Values;

public sealed class RefusedValueTests
{
    private const string Constants = """
        public static class Texts
        {
            public const string Comma = "a" + ", b";
            public static readonly string Colon = $"a{":"}{1}";
            public static readonly string Pieces = string.Join(",", "a", "b");
            public const int Many = 50 * 3;
        }
        """;

    [Theory]
    [InlineData("await ConnectorRegistration.Update({|AFF3001:\"x\"|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update({|AFF3001:\"-orders\"|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription(description: {|AFF3001:Texts.Comma|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription({|AFF3001:Texts.Colon|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription(condition ? {|AFF3001:\"(a)\"|} : \"b\").SendAsync(client);")]
    [InlineData("var d = \"it's\"; await ConnectorRegistration.Update(label).WithDescription({|AFF3001:d|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithClientToken({|AFF3001:\"\"|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithClientToken({|AFF3001:\"é\"|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithOperationId({|AFF3001:\"  \"|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithLambda({|AFF3001:\"orders\"|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Register(label).WithLambda({|AFF3001:\"orders\"|}).SendAsync(client);")]
    [InlineData("var config = ConnectorProvisioningConfig.ForLambda({|AFF3001:\"arn:aws:lambda\"|}); await ConnectorRegistration.Update(label).WithConnectorProvisioningConfig(config).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.List().WithMaxResults({|AFF3001:0|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.List().WithMaxResults({|AFF3001:Texts.Many|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.List().WithNextToken({|AFF3001:\"a b\"|}).SendAsync(client);")]
    [InlineData("await new OrderRequest(\"ann\").WithNote(\"\").WithCode({|AFF3001:\"A\"|}).SendAsync();")]
    [InlineData("await new OrderRequest(\"ann\").WithNote(\"\").WithCount({|AFF3001:-1|}).WithWidth({|AFF3001:101|}).SendAsync();")]
    [InlineData("await new OrderRequest(\"ann\") { Note = \"\", Code = {|AFF3001:\"ab\"|}, Count = {|AFF3001:11|} }.SendAsync();")]
    public Task A_constant_that_is_refused_is_flagged(string statements) =>
        Verify.FilesAsync(Verify.InMethod(statements), Constants, OwnRequests.Order);

    [Theory]
    [InlineData("await ConnectorRegistration.Update(\"orders\").WithDescription(\"adds paging\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(\"a1!@#.-_\").WithDescription(\"a/b\\n#1 = 2+3 @x!\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription(\"\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription(\" \").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription(Texts.Pieces).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription($\"{label}, again\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription(condition ? label : \"a,b\").SendAsync(client);")]
    [InlineData("var d = \"a,b\"; d = d.Replace(',', ' '); await ConnectorRegistration.Update(label).WithDescription(d).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription(404).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithTeam(\"a,b: 'c' (d)\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update().WithConnectorLabel(\",\", \"?\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithOperationId(\"release-42, às 9h\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithLambda(\"arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:orders\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.List().WithMaxResults(1).SendAsync(client); await ConnectorRegistration.List().WithMaxResults(100).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.List().WithMaxResults(labels.Length).WithNextToken(label).SendAsync(client);")]
    [InlineData("await Elsewhere.ConnectorRegistration.Update(\"x\").WithDescription(\"a,b\").SendAsync();")]
    [InlineData("await new OrderRequest(\"ann\").WithNote(\"\").WithCode(\"ABC\").WithCount(10).WithWidth(100).SendAsync();")]
    [InlineData("await new OrderRequest(\"ann\").WithNote(\"\").WithSlow(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\").SendAsync();")]
    [InlineData("Func<string, ConnectorProvisioningConfig> make = ConnectorProvisioningConfig.ForLambda; make(\"x\");")]
    public Task What_the_service_accepts_or_nobody_knows_is_silent(string statements) =>
        Verify.FilesAsync(Verify.InMethod(statements), Constants, OwnRequests.Order, OwnRequests.Doppelgangers);

    [Fact]
    public Task A_pattern_that_is_none_refuses_nothing() => Verify.FilesAsync("""
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed class Mine
        {
            [RegularExpression("(")] public string? Name { get; init; }
            [Range(typeof(int), "1", "2")] public int Count { get; init; }
            public static Mine Make() => new() { Name = "x", Count = 5 };
        }
        """);

    [Fact]
    public Task Attributes_with_the_names_of_others_say_nothing() => Verify.FilesAsync("""
        public sealed class StringLengthAttribute(int length) : Attribute { public int Length => length; }

        [FluentRequest]
        public sealed class Mine
        {
            [StringLength(2)] public string? Name { get; init; }
            public static Mine Make() => new() { Name = "too long" };
        }
        """);

    [Fact]
    public Task Generated_code_is_silent() => Verify.FilesAsync("""
        [System.CodeDom.Compiler.GeneratedCode("tool", "1")]
        public static class G { public static Task Go(AppFlowClient client) => ConnectorRegistration.Update("x").SendAsync(client); }
        """);

    [Theory]
    [InlineData("ConnectorLabel", "it has 1 character and must have at least 2", "ConnectorRegistration.Update({|#0:\"x\"|})")]
    [InlineData("ConnectorLabel", "it may not have '-' (U+002D) at index 0", "ConnectorRegistration.Update({|#0:\"-orders\"|})")]
    [InlineData("ConnectorLabel", "it may not have ',' (U+002C) at index 1", "ConnectorRegistration.Update({|#0:\"a,\"|})")]
    [InlineData("ConnectorLabel", "it may not have '😀' (U+1F600) at index 3", "ConnectorRegistration.Update({|#0:\"abc😀\"|})")]
    [InlineData("Description", "it may not have U+00A0 at index 1", "ConnectorRegistration.Update(label).WithDescription({|#0:\"a\\u00a0b\"|})")]
    [InlineData("Description", "it may not have ',' (U+002C) at index 6", "ConnectorRegistration.Update(label).WithDescription({|#0:\"paging, at last: (yes)\"|})")]
    [InlineData("ClientToken", "it has 0 characters and must have at least 1", "ConnectorRegistration.Update(label).WithClientToken({|#0:\"\"|})")]
    [InlineData("OperationId", "it is blank", "ConnectorRegistration.Update(label).WithOperationId({|#0:\" \"|})")]
    [InlineData("OperationId", "it may not have U+D800 at index 1", "ConnectorRegistration.Update(label).WithOperationId({|#0:\"a\\ud800\"|})")]
    [InlineData("LambdaArn", "it is empty", "ConnectorRegistration.Update(label).WithLambda({|#0:\"\"|})")]
    [InlineData("LambdaArn", "it may not have 'x' (U+0078) at index 36", "ConnectorRegistration.Update(label).WithLambda({|#0:\"arn:aws:lambda:us-east-1:12345678901x:function:orders\"|})")]
    [InlineData("MaxResults", "it must be 1 to 100", "ConnectorRegistration.List().WithMaxResults({|#0:101|})")]
    [InlineData("NextToken", "it may not have U+0020 at index 1", "ConnectorRegistration.List().WithNextToken({|#0:\"a b\"|})")]
    public Task The_message_names_what_is_wrong(string field, string reason, string request) => Verify.MessageAsync(
        "AFF3001",
        $"The service refuses this value of {field}: {reason}. The call throws an ArgumentException; change the value.",
        $"await {request}.SendAsync(client);");

    [Fact]
    public Task The_message_tells_the_pattern_of_a_text_of_quite_another_form() => Verify.MessageAsync(
        "AFF3001",
        "The service refuses this value of Code: it does not match the pattern [a-z]{3}:[0-9]{3}. The call throws an ArgumentException; change the value.",
        "var mine = new Mine { Code = {|#0:\"?\"|} }; Console.WriteLine(mine);",
        otherFiles: """
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed class Mine { [RegularExpression("[a-z]{3}:[0-9]{3}")] public string? Code { get; init; } }
        """);
}
