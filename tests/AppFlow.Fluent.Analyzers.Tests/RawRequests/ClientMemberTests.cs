using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>
/// Whether a field or property holds the same client after a call whose code is unknown: as long as nothing but the constructors writes it.
/// </summary>
public sealed class ClientMemberTests
{
    [Theory]
    [InlineData("private readonly IAmazonEC2 ec2;", "ec2 = given;")]
    [InlineData("private IAmazonEC2 ec2;", "ec2 = given;")]
    [InlineData("private IAmazonEC2 ec2;", "this.ec2 = given;")]
    [InlineData("private AmazonEC2Client ec2 = new();", "")]
    [InlineData("private IAmazonEC2 ec2 { get; set; }", "ec2 = given;")]
    [InlineData("public IAmazonEC2 ec2 { get; private set; }", "ec2 = given;")]
    [InlineData("private IAmazonEC2 ec2; private class Inner { private IAmazonEC2? other; public void Set() => other = null; }", "ec2 = given;")]
    [InlineData("private IAmazonEC2 ec2; public bool IsThere => ec2 == null;", "ec2 = given;")]
    public Task A_member_that_only_constructors_write_holds_one_client(string member, string constructor) =>
        RawProgram.FilesAsync(Class(member, constructor, "{|AFF1004:CreateIpamAsync|}", "{|AFF1002:token|}"));

    [Theory]
    [InlineData("protected IAmazonEC2 ec2;", "ec2 = given;")]
    [InlineData("public IAmazonEC2 ec2 { get; set; }", "ec2 = given;")]
    [InlineData("private IAmazonEC2 ec2 { get => Next(); set { } }", "ec2 = given;")]
    [InlineData("private static IAmazonEC2 ec2;", "ec2 = given;")]
    [InlineData("private IAmazonEC2 ec2; public void Change(IAmazonEC2 other) => ec2 = other;", "ec2 = given;")]
    [InlineData("private IAmazonEC2 ec2; public void Change(IAmazonEC2 other) => (this.ec2, _) = (other, 1);", "ec2 = given;")]
    [InlineData("private IAmazonEC2 ec2; public void Change() => Fill(ref ec2); private static void Fill(ref IAmazonEC2 client) { }", "ec2 = given;")]
    [InlineData("private IAmazonEC2 ec2; private class Inner { public static void Set(Uses uses) => uses.ec2 = null; }", "ec2 = given;")]
    [InlineData("private IAmazonEC2 ec2; public Action Change { get; }", "ec2 = given; Change = () => ec2 = null;")]
    [InlineData("private IAmazonEC2 ec2; public Uses(Uses other) => other.ec2 = null;", "ec2 = given;")]
    [InlineData("[NonSerialized] private IAmazonEC2 ec2;", "ec2 = given;")]
    public Task A_member_that_may_be_written_later_may_hold_another(string member, string constructor) =>
        RawProgram.FilesAsync(Class(member, constructor, "CreateIpamAsync", "token"));

    [Fact]
    public Task Each_part_of_a_class_may_write() => RawProgram.FilesAsync(
        Class("private IAmazonEC2 ec2;", "ec2 = given;", "CreateIpamAsync", "token"),
        "#nullable disable\npublic partial class Uses { public void Change() { ec2 = null; } }");

    private static string Class(string member, string constructor, string send, string token) => $$"""
        #nullable disable
        public abstract partial class Uses
        {
            {{member}}

            protected Uses(IAmazonEC2 given)
            {
                {{constructor}}
            }

            protected abstract IAmazonEC2 Next();

            protected abstract TimeSpan Pause();

            public async Task Again(string name)
            {
                while (true)
                {
                    try { await ec2.{{send}}(new CreateIpamRequest { Description = name }); return; }
                    catch (AmazonServiceException) { await Task.Delay(Pause()); }
                }
            }

            public async Task Each(string[] names, string token)
            {
                foreach (var name in names)
                {
                    Pause();
                    await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = {{token}} });
                }
            }
        }
        """;
}
