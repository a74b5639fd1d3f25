using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>Fixes for requests of the AWS SDK: the token is removed if the SDK generates one, and one value moves before a retry.</summary>
public sealed class RawFixTests
{
    [Theory]
    [InlineData("new CreateThingRequest { Name = label, ClientToken = {|AFF1003:\"thing\"|} }", "new CreateThingRequest { Name = label }")]
    [InlineData("new CreateThingRequest { ClientToken = {|AFF1003:\"thing\"|}, Name = label }", "new CreateThingRequest { Name = label }")]
    [InlineData("new CreateThingRequest { Name = label, ClientToken = {|AFF1005:DateTime.Now.ToString()|} }", "new CreateThingRequest { Name = label }")]
    public Task A_token_that_the_SDK_can_generate_is_removed(string before, string after) =>
        FixAsync($"await things.CreateThingAsync({before});", $"await things.CreateThingAsync({after});");

    [Fact]
    public Task An_assignment_is_removed_as_a_whole() => FixAsync(
        """
        var request = new CreateThingRequest { Name = label };
        request.ClientToken = {|AFF1003:"thing"|};
        await things.CreateThingAsync(request);
        """,
        """
        var request = new CreateThingRequest { Name = label };
        await things.CreateThingAsync(request);
        """);

    [Fact]
    public Task A_shared_token_is_removed_with_its_local() => FixAsync(
        """
        var token = Guid.NewGuid().ToString();
        foreach (var each in labels)
        {
            await things.CreateThingAsync(new CreateThingRequest { Name = each, ClientToken = {|AFF1002:token|} });
        }
        """,
        """
        foreach (var each in labels)
        {
            await things.CreateThingAsync(new CreateThingRequest { Name = each });
        }
        """);

    [Theory]
    [InlineData("await things.CreateHostedZoneAsync(new CreateHostedZoneRequest { Name = label, CallerReference = {|AFF1003:\"move\"|} });")]
    [InlineData("await things.CreateHostedZoneAsync(new CreateHostedZoneRequest { Name = label, CallerReference = {|AFF1005:DateTime.Now.ToString()|} });")]
    [InlineData("await things.{|AFF2001:CreateThingAsync|}(new CreateThingRequest());")]
    [InlineData("await things.CreateThingAsync(new CreateThingRequest { Name = {|AFF2003:\"\"|} });")]
    public Task A_value_that_only_the_author_knows_has_no_fix(string statements) => FixAsync(statements, statements);

    [Fact]
    public Task A_fresh_token_moves_before_the_retry() => FixAsync(
        """
        while (true)
        {
            try
            {
                await things.{|AFF1004:CreateThingAsync|}(new CreateThingRequest { Name = label, ClientToken = Guid.NewGuid().ToString() });
                return;
            }
            catch (Amazon.Runtime.AmazonServiceException)
            {
            }
        }
        """,
        """
        var clientToken = ClientToken.New();
        while (true)
        {
            try
            {
                await things.CreateThingAsync(new CreateThingRequest { Name = label, ClientToken = clientToken });
                return;
            }
            catch (Amazon.Runtime.AmazonServiceException)
            {
            }
        }
        """);

    [Fact]
    public Task A_request_without_a_token_gets_one_created_before_the_retry() => FixAsync(
        """
        while (true)
        {
            try
            {
                await things.{|AFF1004:CreateThingAsync|}(new CreateThingRequest { Name = label });
                return;
            }
            catch (Amazon.Runtime.AmazonServiceException)
            {
            }
        }
        """,
        """
        var clientToken = ClientToken.New();
        while (true)
        {
            try
            {
                await things.CreateThingAsync(new CreateThingRequest { Name = label, ClientToken = clientToken });
                return;
            }
            catch (Amazon.Runtime.AmazonServiceException)
            {
            }
        }
        """);

    [Fact]
    public Task A_request_that_is_created_before_the_retry_gets_its_token_there() => FixAsync(
        """
        var request = new CreateThingRequest { Name = label };
        while (true)
        {
            try
            {
                await things.{|AFF1004:CreateThingAsync|}(request);
                return;
            }
            catch (Amazon.Runtime.AmazonServiceException)
            {
            }
        }
        """,
        """
        var request = new CreateThingRequest { Name = label, ClientToken = ClientToken.New() };
        while (true)
        {
            try
            {
                await things.CreateThingAsync(request);
                return;
            }
            catch (Amazon.Runtime.AmazonServiceException)
            {
            }
        }
        """);

    [Fact]
    public Task An_object_that_an_outer_loop_sends_as_several_requests_gets_no_token() => FixAsync(
        """
        var request = new CreateThingRequest();
        foreach (var each in labels)
        {
            request.Name = each;
            while (true)
            {
                try
                {
                    await things.{|AFF1004:CreateThingAsync|}(request);
                    break;
                }
                catch (Amazon.Runtime.AmazonServiceException)
                {
                }
            }
        }
        """,
        """
        var request = new CreateThingRequest();
        foreach (var each in labels)
        {
            request.Name = each;
            while (true)
            {
                try
                {
                    await things.{|AFF1004:CreateThingAsync|}(request);
                    break;
                }
                catch (Amazon.Runtime.AmazonServiceException)
                {
                }
            }
        }
        """);

    [Theory]
    [InlineData("await Again(() => things.{|AFF1004:CreateThingAsync|}(new CreateThingRequest { Name = label }));")]
    [InlineData("await Again(() => { var request = new CreateThingRequest { Name = label }; return things.{|AFF1004:CreateThingAsync|}(request); });")]
    public Task An_object_that_a_function_creates_at_each_attempt_gets_no_token(string statements) => FixAsync(statements + Again, statements + Again);

    [Fact]
    public Task Inside_a_function_the_object_gets_its_token_too()
    {
        const string Before = "Func<Task> all = async () => { var request = new CreateThingRequest { Name = label }; while (true) { try { await things.{|AFF1004:CreateThingAsync|}(request); return; } catch (Amazon.Runtime.AmazonServiceException) { } } }; await all();";
        const string After = "Func<Task> all = async () => { var request = new CreateThingRequest { Name = label, ClientToken = ClientToken.New() }; while (true) { try { await things.CreateThingAsync(request); return; } catch (Amazon.Runtime.AmazonServiceException) { } } }; await all();";
        return FixAsync(Before, After);
    }

    private const string Again = """

        async Task Again(Func<Task> call)
        {
            while (true)
            {
                try
                {
                    await call();
                    return;
                }
                catch (Amazon.Runtime.AmazonServiceException)
                {
                }
            }
        }
        """;

    private static Task FixAsync(string before, string after) => VerifyFix.FileAsync(File(before), File(after));

    // Route 53 has a token that the SDK does not generate.
    private static string File(string statements) => $$"""
        using Amazon.Route53;
        using Amazon.Route53.Model;

        public class C(IAmazonRoute53 things)
        {
            public async Task M(string label, string[] labels)
            {
                await Task.Yield();
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }

        namespace Amazon.Route53.Model
        {
            public class CreateThingRequest : Amazon.Runtime.AmazonWebServiceRequest
            {
                [Amazon.Runtime.Internal.AWSProperty(Required = true)]
                public string? Name { get; set; }

                public string? ClientToken { get; set; }
            }

            public class CreateHostedZoneRequest : Amazon.Runtime.AmazonWebServiceRequest
            {
                public string? Name { get; set; }

                public string? CallerReference { get; set; }
            }
        }

        namespace Amazon.Route53
        {
            public interface IAmazonRoute53 : Amazon.Runtime.IAmazonService
            {
                Task<object> CreateThingAsync(Model.CreateThingRequest request);

                Task<object> CreateHostedZoneAsync(Model.CreateHostedZoneRequest request);
            }
        }
        """;
}
