using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>AFF1001 and AFF1003 for requests of the AWS SDK.</summary>
public sealed class HardCodedRawTokenTests
{
    private const string Constants = """
        private const string Release = "release-42";
        private static readonly string Other = "release-42";
        private static string Fresh => Guid.NewGuid().ToString();
        private static readonly string OfRun = Guid.NewGuid().ToString();
        private readonly string field = "release-42";
        """;

    [Theory]
    [InlineData("await ec2.RunInstancesAsync(new RunInstancesRequest(name, 1, 1) { ClientToken = {|AFF1003:\"deploy\"|} });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = {|AFF1003:Release|} });")]
    [InlineData("await ec2.CreateIpamAsync(new() { ClientToken = {|AFF1003:Other|} });")]
    [InlineData("var request = new CreateIpamRequest(); request.ClientToken = {|AFF1003:\"ipam\"|}; await ec2.CreateIpamAsync(request);")]
    [InlineData("var request = new CreateIpamRequest(); var same = request; same.ClientToken = {|AFF1003:\"ipam\"|}; await ec2.CreateIpamAsync(request);")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = {|AFF1003:nameof(OfRun)|} });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = {|AFF1003:\"ipam-\" + Release|} });")]
    [InlineData("var used = \"ipam\"; await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = {|AFF1003:used|} });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = flag ? {|AFF1003:\"a\"|} : {|AFF1003:\"b\"|} });")]
    [InlineData("await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [new()], ClientRequestToken = {|AFF1003:\"open\"|} });")]
    [InlineData("await ssm.StartAutomationExecutionAsync(new StartAutomationExecutionRequest { DocumentName = name, ClientToken = {|AFF1003:\"run\"|} });")]
    [InlineData("await sqs.SendMessageAsync(new SendMessageRequest(name, zone) { MessageDeduplicationId = {|AFF1003:\"one\"|} });")]
    [InlineData("var request = new CreateIpamRequest { ClientToken = {|AFF1003:\"ipam\"|} }; Use(request);")]
    [InlineData("await ec2.CreateVolumeAsync(new CreateVolumeRequest(zone, 8) { ClientToken = {|AFF1003:Release|} }); await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = {|AFF1003:Release|} });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = {|AFF1003:\"x\"|} }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = {|AFF1003:\"x\"|} });")]
    public Task A_hard_coded_token_at_one_place_is_information(string statements) => RawProgram.BodyAsync(statements, Constants);

    [Theory]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = token });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = null });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = default });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = Fresh });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = OfRun });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = field });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = token ?? \"ipam\" });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = Guid.NewGuid().ToString() });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = $\"ipam-{name}\" });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = item.Id.ToString() });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = Made() });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = \"ipam\" });")]
    [InlineData("var used = \"none\"; if (flag) { used = name; } await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = used });")]
    [InlineData("var request = new CreateIpamRequest { ClientToken = \"ipam\" }; Console.WriteLine(request.ClientToken);")]
    [InlineData("var request = new CreateIpamRequest { ClientToken = \"ipam\" }; request.ClientToken = name; await ec2.CreateIpamAsync(request);")]
    [InlineData("var json = System.Text.Json.JsonSerializer.Serialize(new CreateIpamRequest { ClientToken = \"ipam\" });")]
    [InlineData("await sqs.ReceiveMessageAsync(new ReceiveMessageRequest(name) { ReceiveRequestAttemptId = \"poll\" });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = \" \" });")]
    public Task Values_that_are_not_constant_or_not_sent_are_silent(string statements) => RawProgram.BodyAsync(statements, Constants);

    [Theory]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = {|AFF1001:\"x\"|} }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = {|AFF1001:\"x\"|} });")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = {|AFF1001:Release|} }); await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = {|AFF1001:\"release-42\"|} });")]
    [InlineData("var request = new CreateIpamRequest { Description = name }; request.ClientToken = {|AFF1001:Release|}; await ec2.CreateIpamAsync(request); await ec2.CreateIpamAsync(new() { ClientToken = {|AFF1001:Other|} });")]
    [InlineData("if (flag) { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = {|AFF1001:\"x\"|} }); } else { await ec2.CreateIpamAsync(new CreateIpamRequest { Description = zone, ClientToken = {|AFF1001:\"x\"|} }); }")]
    [InlineData("await ec2.CreateIpamAsync(new CreateIpamRequest { Description = name, ClientToken = flag ? {|AFF1001:\"x\"|} : {|AFF1003:\"y\"|} }); await ec2.CreateIpamAsync(new CreateIpamRequest { ClientToken = {|AFF1001:\"x\"|} });")]
    [InlineData("Use(new CreateIpamRequest { Description = name, ClientToken = {|AFF1001:\"x\"|} }); Use(new CreateIpamRequest { Description = zone, ClientToken = {|AFF1001:\"x\"|} });")]
    [InlineData("await sqs.SendMessageAsync(new SendMessageRequest(name, zone) { MessageDeduplicationId = {|AFF1001:\"m\"|} }); await sqs.SendMessageAsync(new SendMessageRequest(name, name) { MessageDeduplicationId = {|AFF1001:\"m\"|} });")]
    public Task One_constant_at_two_places_of_one_operation_is_reported_at_each(string statements) => RawProgram.BodyAsync(statements, Constants);

    [Fact]
    public Task Two_files_send_one_constant() => RawProgram.FilesAsync(
        """
        public static class Tokens { public const string Deploy = "deploy"; }
        """,
        """
        public class Web(IAmazonEC2 ec2)
        {
            public Task Run() => ec2.RunInstancesAsync(new RunInstancesRequest("ami-1", 1, 1) { ClientToken = {|AFF1001:Tokens.Deploy|} });
        }
        """,
        """
        public class Batch(IAmazonEC2 ec2)
        {
            public async Task Run()
            {
                var request = new RunInstancesRequest("ami-2", 1, 1);
                request.ClientToken = {|AFF1001:"deploy"|};
                await ec2.RunInstancesAsync(request);
            }
        }
        """,
        """
        public class Volumes(IAmazonEC2 ec2)
        {
            public Task Run() => ec2.CreateVolumeAsync(new CreateVolumeRequest { Size = 8, ClientToken = {|AFF1003:"deploy"|} });
        }
        """);

    [Fact]
    public Task A_constructor_that_takes_the_token_is_found_in_other_files() => RawProgram.FilesAsync(
        AwsSdk.V3,
        """
        namespace Amazon.Route53.Model
        {
            public class CreateHostedZoneRequest : AmazonWebServiceRequest
            {
                public CreateHostedZoneRequest() { }

                public CreateHostedZoneRequest(string name, string callerReference) { Name = name; CallerReference = callerReference; }

                [AWSProperty(Required = true)]
                public string? CallerReference { get; set; }

                [AWSProperty(Required = true)]
                public string? Name { get; set; }
            }
        }

        namespace Amazon.Route53
        {
            public interface IAmazonRoute53 : IAmazonService
            {
                Task<AmazonWebServiceResponse> CreateHostedZoneAsync(Model.CreateHostedZoneRequest request, CancellationToken cancellationToken = default);
            }
        }
        """,
        """
        using Amazon.Route53;
        using Amazon.Route53.Model;

        public class One(IAmazonRoute53 route53)
        {
            public Task Run() => route53.CreateHostedZoneAsync(new CreateHostedZoneRequest("one.example", {|AFF1001:"zone"|}));
        }
        """,
        """
        using Amazon.Route53;
        using Amazon.Route53.Model;

        public class Two(IAmazonRoute53 route53)
        {
            public Task Run() => route53.CreateHostedZoneAsync(new("two.example", {|AFF1001:"zone"|}));
        }
        """);

    [Fact]
    public Task Other_classes_with_the_names_of_the_SDK_are_ignored() => RawProgram.FilesAsync("""
        namespace Mine
        {
            public class RunInstancesRequest { public string? ClientToken { get; set; } }

            public class Client { public Task RunInstancesAsync(RunInstancesRequest request) => Task.CompletedTask; }

            public class Uses(Client client)
            {
                public Task Run() => client.RunInstancesAsync(new RunInstancesRequest { ClientToken = "deploy" });
            }
        }
        """);

    [Fact]
    public Task The_option_turns_off_SDK_requests() => RawProgram.NamedFilesAsync(
        AwsSdk.V4,
        (".editorconfig", "root = true\n[Quiet.cs]\nappflow_fluent.aws_sdk_requests = false\n"),
        ("/Quiet.cs", """
            public class Quiet(IAmazonEC2 ec2)
            {
                public Task Run() => ec2.RunInstancesAsync(new RunInstancesRequest { ClientToken = "deploy" });
            }
            """),
        ("/Loud.cs", """
            public class Loud(IAmazonEC2 ec2)
            {
                public Task Run() => ec2.{|AFF2001:RunInstancesAsync|}(new RunInstancesRequest { ClientToken = {|AFF1003:"deploy"|} });
            }
            """));
}
