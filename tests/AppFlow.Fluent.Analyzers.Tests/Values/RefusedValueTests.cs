using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Values;

public sealed class RefusedValueTests
{
    private const string Arn = "must have the form arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE, for example arn:aws:lambda:us-east-1:123456789012:function:orders";

    private const string Constants = """
        public static class Texts
        {
            public const string Comma = "a" + ", b";
            public static readonly string Colon = $"a{":"}{1}";
            public static readonly string Pieces = string.Join(",", "a", "b");
            public const string Long = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
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
    [InlineData("await ConnectorRegistration.Update({|AFF3001:$\"{label} orders\"|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update({|AFF3001:\"team/\" + label|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update({|AFF3001:$\"-{label}\"|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription({|AFF3001:$\"{label}, again\"|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription({|AFF3001:$\"released by {label}: ok\"|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription({|AFF3001:label + Texts.Comma + label|}).SendAsync(client);")]
    [InlineData("const string separator = \": \"; var d = $\"{label}{separator}{labels.Length}\"; await ConnectorRegistration.Update(label).WithDescription({|AFF3001:d|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithLambda({|AFF3001:$\"lambda:{label}\"|}).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update({|AFF3001:$\"{label}{new string('a', 1)}{Texts.Long}{label}{Texts.Long}\"|}).SendAsync(client);")]
    [InlineData("await new OrderRequest(\"ann\") { Note = \"\", Code = {|AFF3001:$\"{label}-A\"|} }.SendAsync();")]
    public Task An_invalid_constant_is_flagged(string statements) =>
        Verify.FilesAsync(Verify.InMethod(statements), Constants, OwnRequests.Order);

    [Theory]
    [InlineData("await ConnectorRegistration.Update(\"orders\").WithDescription(\"adds paging\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(\"a1!@#.-_\").WithDescription(\"a/b\\n#1 = 2+3 @x!\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription(\"\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription(\" \").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription(Texts.Pieces).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription($\"{label} again\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update($\"{label}-{labels.Length}\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription(label + \"\\n\" + label).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithDescription(condition ? $\"{label}, again\" : \"once\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithLambda($\"arn:{label}\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithLambda($\"arn:aws:lambda:{label}:{labels[0]}:function:orders\").SendAsync(client);")]
    [InlineData("var d = $\"{label}, again\"; d = d.Replace(',', ' '); await ConnectorRegistration.Update(label).WithDescription(d).SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update($\"{DayOfWeek.Sunday}\").SendAsync(client); await ConnectorRegistration.Update(DayOfWeek.Sunday + \"\").SendAsync(client);")]
    [InlineData("await ConnectorRegistration.Update(label).WithOperationId($\"{label}, as of (today)\").SendAsync(client);")]
    [InlineData("string d = \"not known, yet\"; Set(out d!); await ConnectorRegistration.Update(label).WithDescription(d).SendAsync(client); static void Set(out string s) => s = \"a\";")]
    [InlineData("Assert.Throws<ArgumentException>(() => ConnectorRegistration.Update(\"x\")); Assert.Throws<ArgumentException>(() => ConnectorRegistration.Update($\"{label} x\"));")]
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
    public Task Valid_and_unknown_values_are_silent(string statements) =>
        Verify.FilesAsync(Verify.InMethod(statements), Constants, OwnRequests.Order, OwnRequests.Doppelgangers, Assertions.Source);

    [Fact]
    public Task An_invalid_pattern_refuses_nothing() => Verify.FilesAsync("""
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed class Mine
        {
            [RegularExpression("(")] public string? Name { get; init; }
            [Range(typeof(int), "1", "2")] public int Count { get; init; }
        }

        public static class Uses { public static Mine Make() => new() { Name = "x", Count = 5 }; }
        """);

    [Fact]
    public Task Other_attributes_with_the_same_names_are_ignored() => Verify.FilesAsync("""
        public sealed class StringLengthAttribute(int length) : Attribute { public int Length => length; }

        [FluentRequest]
        public sealed class Mine
        {
            [StringLength(2)] public string? Name { get; init; }
        }

        public static class Uses { public static Mine Make() => new() { Name = "too long" }; }
        """);

    [Fact]
    public Task Generated_code_is_silent() => Verify.FilesAsync("""
        [System.CodeDom.Compiler.GeneratedCode("tool", "1")]
        public static class G { public static Task Go(AppFlowClient client) => ConnectorRegistration.Update("x").SendAsync(client); }
        """);

    [Fact]
    public Task A_parameter_that_is_only_a_part_of_the_value_is_silent() => Verify.FilesAsync("""
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed record Mine
        {
            [StringLength(40, MinimumLength = 8)] public string? Name { get; init; }
            public Mine WithName(string suffix) => this with { Name = $"flow-of-{suffix}" };
            public Mine WithFullName(string name) => WithName(name) with { Name = name };
            public Mine WithShortName(string name) { name = name + "-long-enough"; return this with { Name = name }; }
        }

        public static class MineExtensions
        {
            public static Mine WithTeam(this Mine mine, string name) => mine.WithName(name.ToLowerInvariant());
            public static Mine WithOwner(this Mine mine, string name) => mine with { Name = name };
        }

        public static class Uses
        {
            public static Mine Part() => new Mine().WithName("eu").WithTeam("eu").WithShortName("eu");
            public static Mine Whole() => new Mine { Name = {|AFF3001:"eu"|} }.WithFullName({|AFF3001:"eu"|}).WithOwner({|AFF3001:"us"|});
        }
        """);

    [Fact]
    public Task A_part_that_a_method_sets_is_known_only_if_it_is_the_only_one() => Verify.FilesAsync("""
        using System.ComponentModel.DataAnnotations;

        public sealed record Size { [Range(1, 100)] public int Width { get; init; } public int Height { get; init; } }

        [FluentRequest]
        public sealed record Mine
        {
            public Size? Size { get; init; }
            public Mine WithSquare(int side) => this with { Size = new Size { Width = side } };
            public Mine WithSize(int width = 5, int height = 3) => this with { Size = new Size { Width = width, Height = height * 2 } };
        }

        public static class Uses
        {
            public static Mine Several() => new Mine().WithSize(height: 0);
            public static Mine Alone() => new Mine().WithSquare({|AFF3001:0|});
        }
        """);

    [Fact]
    public Task The_class_of_the_request_may_break_its_own_rules() => Verify.FilesAsync("""
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed record Mine
        {
            [StringLength(3)] public string? Name { get; init; }
            [Range(1, 2)] public int Count { get; init; }
            public Mine WithName(string name) => this with { Name = name };
            public static Mine Make() => new Mine { Name = "too long", Count = 5 }.WithName("too long");
        }

        public static class Uses { public static Mine Make() => new Mine { Name = {|AFF3001:"too long"|}, Count = {|AFF3001:5|} }; }
        """);

    [Fact]
    public Task An_overriding_property_has_the_constraints_of_the_base_property() => Verify.FilesAsync("""
        using System.ComponentModel.DataAnnotations;

        public abstract class Named { [StringLength(3)] public virtual string? Name { get; set; } }

        [FluentRequest]
        public sealed class Mine : Named
        {
            public override string? Name { get; set; }
        }

        public static class Uses { public static Mine Make() => new Mine { Name = {|AFF3001:"long"|} }; }
        """);

    [Theory]
    [InlineData("ConnectorLabel", "must have at least 2 characters and has 1", "Update", "ConnectorRegistration.Update({|#0:\"x\"|})")]
    [InlineData("ConnectorLabel", "must not begin with a hyphen", "Update", "ConnectorRegistration.Update({|#0:\"-orders\"|})")]
    [InlineData("ConnectorLabel", "must not contain a comma, found at index 1", "Update", "ConnectorRegistration.Update({|#0:\"a,\"|})")]
    [InlineData("ConnectorLabel", "must not contain the character '😀' (U+1F600), found at index 3", "Update", "ConnectorRegistration.Update({|#0:\"abc😀\"|})")]
    [InlineData("ConnectorLabel", "must not contain a space", "Update", "ConnectorRegistration.Update({|#0:$\"{label} orders\"|})")]
    [InlineData("ConnectorLabel", "must not begin with a hyphen", "Update", "ConnectorRegistration.Update({|#0:$\"-{label}\"|})")]
    [InlineData("Description", "must not contain a no-break space, found at index 1", "WithDescription", "ConnectorRegistration.Update(label).WithDescription({|#0:\"a\\u00a0b\"|})")]
    [InlineData("Description", "must not contain a comma, found at index 6", "WithDescription", "ConnectorRegistration.Update(label).WithDescription({|#0:\"paging, at last: (yes)\"|})")]
    [InlineData("Description", "must not contain a colon", "WithDescription", "ConnectorRegistration.Update(label).WithDescription({|#0:$\"by {label}: ok\"|})")]
    [InlineData("ClientToken", "must not be empty", "WithClientToken", "ConnectorRegistration.Update(label).WithClientToken({|#0:\"\"|})")]
    [InlineData("ClientToken", "must not contain the character U+0001, found at index 1", "WithClientToken", "ConnectorRegistration.Update(label).WithClientToken({|#0:\"a\\u0001\"|})")]
    [InlineData("OperationId", "must not be blank", "WithOperationId", "ConnectorRegistration.Update(label).WithOperationId({|#0:\" \"|})")]
    [InlineData("OperationId", "must not contain half a surrogate pair (U+D800), found at index 1", "WithOperationId", "ConnectorRegistration.Update(label).WithOperationId({|#0:\"a\\ud800\"|})")]
    [InlineData("LambdaArn", "must not be empty", "WithLambda", "ConnectorRegistration.Update(label).WithLambda({|#0:\"\"|})")]
    [InlineData("LambdaArn", Arn + "; its account is '12345678901x', not a number", "WithLambda", "ConnectorRegistration.Update(label).WithLambda({|#0:\"arn:aws:lambda:us-east-1:12345678901x:function:orders\"|})")]
    [InlineData("LambdaArn", Arn + "; its partition is 'azure', not aws, aws-cn or another one's name", "WithLambda", "ConnectorRegistration.Update(label).WithLambda({|#0:\"arn:azure:lambda:us-east-1:123456789012:function:orders\"|})")]
    [InlineData("LambdaArn", Arn + "; it has no account number", "WithLambda", "ConnectorRegistration.Update(label).WithLambda({|#0:\"arn:aws:s3:::bucket\"|})")]
    [InlineData("LambdaArn", Arn + "; it has 4 parts between colons, not 6", "WithLambda", "ConnectorRegistration.Update(label).WithLambda({|#0:\"arn:aws:lambda:orders\"|})")]
    [InlineData("LambdaArn", Arn + "; it does not begin with 'arn'", "ForLambda", "ConnectorRegistration.Update(label).WithConnectorProvisioningConfig(ConnectorProvisioningConfig.ForLambda({|#0:\"orders\"|}))")]
    [InlineData("LambdaArn", Arn + ", which its constant parts do not fit", "WithLambda", "ConnectorRegistration.Update(label).WithLambda({|#0:$\"lambda:{label}\"|})")]
    [InlineData("MaxResults", "must be 1 to 100 and is 101", "WithMaxResults", "ConnectorRegistration.List().WithMaxResults({|#0:101|})")]
    [InlineData("NextToken", "must not contain a space, found at index 1", "WithNextToken", "ConnectorRegistration.List().WithNextToken({|#0:\"a b\"|})")]
    public Task The_message_names_the_mistake_the_consequence_and_the_call(string field, string fault, string method, string request) => Verify.MessageAsync(
        "AFF3001",
        $"{field} {fault}: the service would refuse it, so the call throws an ArgumentException. Call {method} with another value.",
        $"await {request}.SendAsync(client);");

    [Theory]
    [InlineData("Code must match the pattern [a-z]{3}:[0-9]{3}", "Code = {|#0:\"abc:12\"|}")]
    [InlineData("Code must not contain a question mark, found at index 3", "Code = {|#0:\"abc?\"|}")]
    [InlineData("Code must not have a colon at index 2", "Code = {|#0:\"ab:\"|}")]
    [InlineData("Role must have the form arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE", "Role = {|#0:\"admin\"|}")]
    [InlineData("Share must be between 0 and 1 and is 1.5", "Share = {|#0:1.5|}")]
    [InlineData("Name may have at most 1,024 characters, and the constant parts of this value already have 1026", "Name = {|#0:$\"{LONG}{label}{LONG}\"|}")]
    public Task The_message_about_a_user_s_own_request_mentions_no_exception(string fault, string initializer) => Verify.MessageAsync(
        "AFF3001",
        $"{fault}: the rules on the property refuse the value. Set {fault.Split(' ')[0]} to another value.",
        $"var mine = new Mine {{ {initializer.Replace("LONG", '"' + new string('x', 513) + '"', StringComparison.Ordinal)} }}; Console.WriteLine(mine);",
        otherFiles: """
        using System.ComponentModel.DataAnnotations;

        [FluentRequest]
        public sealed class Mine
        {
            [RegularExpression("[a-z]{3}:[0-9]{3}")] public string? Code { get; init; }
            [RegularExpression("^arn:aws:iam::[0-9]{12}:role/.+$")] public string? Role { get; init; }
            [Range(0.0, 1.0, MaximumIsExclusive = true)] public double Share { get; init; }
            [StringLength(1024)] public string? Name { get; init; }
        }
        """);
}
