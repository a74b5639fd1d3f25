using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.RawRequests;

/// <summary>Each rule with version 3 of the AWS SDK: blocking calls, Begin calls, collections that start empty.</summary>
public sealed class ThirdGenerationTests
{
    [Theory]
    [InlineData("await secrets.CreateSecretAsync(new CreateSecretRequest { Name = name, ClientRequestToken = {|AFF1001:\"a\"|} }); await secrets.CreateSecretAsync(new CreateSecretRequest { Name = zone, ClientRequestToken = {|AFF1001:\"a\"|} });")]
    [InlineData("await route53.CreateHostedZoneAsync(new CreateHostedZoneRequest { Name = name, CallerReference = {|AFF1001:\"a\"|} }); await route53.CreateHostedZoneAsync(new CreateHostedZoneRequest { Name = zone, CallerReference = {|AFF1001:\"a\"|} });")]
    [InlineData("secrets.CreateSecret(new CreateSecretRequest { Name = name, ClientRequestToken = {|AFF1001:\"a\"|} }); await secrets.CreateSecretAsync(new CreateSecretRequest { Name = zone, ClientRequestToken = {|AFF1001:\"a\"|} });")]
    public Task A_token_at_two_places_is_reported_at_each(string statements) => StandIns.JudgeAsync(statements, AwsSdk.V3);

    [Theory]
    [InlineData("foreach (var each in names) { await secrets.CreateSecretAsync(new CreateSecretRequest { Name = each, ClientRequestToken = {|AFF1002:token|} }); }")]
    [InlineData("foreach (var each in names) { secrets.CreateSecret(new CreateSecretRequest { Name = each, ClientRequestToken = {|AFF1002:token|} }); }")]
    [InlineData("foreach (var each in names) { route53.BeginCreateHostedZone(new CreateHostedZoneRequest { Name = each, CallerReference = {|AFF1002:token|} }, _ => { }, null); }")]
    public Task A_token_for_several_requests_is_reported(string statements) => StandIns.JudgeAsync(statements, AwsSdk.V3);

    [Theory]
    [InlineData("await secrets.CreateSecretAsync(new CreateSecretRequest { Name = name, ClientRequestToken = {|AFF1003:\"a\"|} });")]
    [InlineData("await route53.CreateHostedZoneAsync(new CreateHostedZoneRequest { Name = name, CallerReference = {|AFF1003:\"a\"|} });")]
    [InlineData("await secrets.CreateSecretAsync(new CreateSecretRequest { Name = name, ClientRequestToken = {|AFF1003:\"a\"|} }); await route53.CreateHostedZoneAsync(new CreateHostedZoneRequest { Name = name, CallerReference = {|AFF1003:\"a\"|} });")]
    public Task A_hard_coded_token_is_information(string statements) => StandIns.JudgeAsync(statements, AwsSdk.V3);

    [Theory]
    [InlineData("while (true) { try { await secrets.{|AFF1004:CreateSecretAsync|}(new CreateSecretRequest { Name = name }); return; } catch (AmazonServiceException) { await Task.Delay(1000); } }")]
    [InlineData("while (true) { try { secrets.{|AFF1004:CreateSecret|}(new CreateSecretRequest { Name = name }); return; } catch (AmazonServiceException) { await Task.Delay(1000); } }")]
    [InlineData("while (true) { try { await secrets.{|AFF1004:CreateSecretAsync|}(new CreateSecretRequest { Name = name, ClientRequestToken = Guid.NewGuid().ToString() }); return; } catch (AmazonClientException) { await Task.Delay(1000); } }")]
    public Task A_new_token_at_each_attempt_is_reported(string statements) => StandIns.JudgeAsync(statements, AwsSdk.V3);

    [Theory]
    [InlineData("await secrets.CreateSecretAsync(new CreateSecretRequest { Name = name, ClientRequestToken = {|AFF1005:DateTime.Now.ToString()|} });")]
    [InlineData("await route53.CreateHostedZoneAsync(new CreateHostedZoneRequest { Name = name, CallerReference = {|AFF1005:DateTime.Now.ToString()|} });")]
    [InlineData("var request = new CreateHostedZoneRequest { Name = name }; request.CallerReference = {|AFF1005:$\"{name}-{DateTime.UtcNow:yyyyMMddHHmmss}\"|}; await route53.CreateHostedZoneAsync(request);")]
    public Task A_coarse_clock_is_reported(string statements) => StandIns.JudgeAsync(statements, AwsSdk.V3);

    [Theory]
    [InlineData("await cloudWatch.{|AFF2001:PutMetricDataAsync|}(new PutMetricDataRequest { MetricData = [new() { MetricName = name }] });")]
    [InlineData("cloudWatch.{|AFF2001:PutMetricData|}(new PutMetricDataRequest { MetricData = { new MetricDatum() } });")]
    [InlineData("await iam.{|AFF2001:CreatePolicyAsync|}(new CreatePolicyRequest { PolicyDocument = name });")]
    public Task A_missing_property_is_reported(string statements) => StandIns.JudgeAsync(statements, AwsSdk.V3);

    [Theory]
    [InlineData("await cloudWatch.{|AFF2001:PutMetricDataAsync|}(new PutMetricDataRequest { Namespace = name });")]
    [InlineData("var request = new PutMetricDataRequest(); request.Namespace = name; cloudWatch.{|AFF2001:PutMetricData|}(request);")]
    [InlineData("foreach (var each in names) { var request = new PutMetricDataRequest { Namespace = each }; use(request.Namespace); await cloudWatch.{|AFF2001:PutMetricDataAsync|}(request); }")]
    public Task A_collection_that_stays_empty_is_missing(string statements) => StandIns.JudgeAsync(statements, AwsSdk.V3);

    [Theory]
    [InlineData("var request = new PutMetricDataRequest { Namespace = name }; request.MetricData.AddRange(names.Select(each => new MetricDatum { MetricName = each })); cloudWatch.PutMetricData(request);")]
    [InlineData("var request = new PutMetricDataRequest { Namespace = name }; var data = request.MetricData; data.Add(new()); cloudWatch.PutMetricData(request);")]
    [InlineData("var request = new PutMetricDataRequest { Namespace = name }; use(request.MetricData); cloudWatch.PutMetricData(request);")]
    public Task A_collection_that_may_be_filled_is_silent(string statements) => StandIns.JudgeAsync(statements, AwsSdk.V3);

    [Theory]
    [InlineData("var request = new CreatePolicyRequest { PolicyDocument = name }; if (flag) { request.PolicyName = zone; } await iam.{|AFF2002:CreatePolicyAsync|}(request);")]
    [InlineData("var request = new PutMetricDataRequest { Namespace = name }; if (flag) { request.MetricData.Add(new()); } await cloudWatch.{|AFF2002:PutMetricDataAsync|}(request);")]
    [InlineData("var request = flag ? new CreateSecretRequest { Name = name } : new CreateSecretRequest(); secrets.{|AFF2002:CreateSecret|}(request);")]
    public Task A_property_that_one_path_omits_is_reported(string statements) => StandIns.JudgeAsync(statements, AwsSdk.V3);

    [Theory]
    [InlineData("await iam.CreatePolicyAsync(new CreatePolicyRequest { PolicyName = {|AFF2003:\"\"|}, PolicyDocument = name });")]
    [InlineData("await secrets.CreateSecretAsync(new CreateSecretRequest { Name = {|AFF2003:null|} });")]
    [InlineData("var request = new CreateSecretRequest(); request.Name = {|AFF2003:\" \"|}; secrets.CreateSecret(request);")]
    public Task A_blank_value_is_reported(string statements) => StandIns.JudgeAsync(statements, AwsSdk.V3);

    [Theory]
    [InlineData("await secrets.CreateSecretAsync(new CreateSecretRequest { Name = name, ClientRequestToken = token }); await secrets.CreateSecretAsync(new CreateSecretRequest { Name = zone, ClientRequestToken = Guid.NewGuid().ToString() });")]
    [InlineData("foreach (var each in names) { await secrets.CreateSecretAsync(new CreateSecretRequest { Name = each, ClientRequestToken = Guid.NewGuid().ToString() }); }")]
    [InlineData("foreach (var each in names) { await route53.CreateHostedZoneAsync(new CreateHostedZoneRequest { Name = each, CallerReference = $\"{token}/{each}\" }); }")]
    [InlineData("await secrets.CreateSecretAsync(new CreateSecretRequest { Name = name, ClientRequestToken = null });")]
    [InlineData("var request = new CreateSecretRequest { Name = name, ClientRequestToken = Guid.NewGuid().ToString() }; while (true) { try { await secrets.CreateSecretAsync(request); return; } catch (AmazonServiceException) { await Task.Delay(1000); } }")]
    [InlineData("while (true) { try { await route53.CreateHostedZoneAsync(new CreateHostedZoneRequest { Name = name, CallerReference = Guid.NewGuid().ToString() }); return; } catch (AmazonServiceException) { await Task.Delay(1000); } }")]
    [InlineData("while (true) { try { await secrets.CreateSecretAsync(new CreateSecretRequest { Name = name }); return; } catch (AmazonServiceException e) when (e.ErrorCode == \"LimitExceededException\") { await Task.Delay(1000); } }")]
    [InlineData("await route53.CreateHostedZoneAsync(new CreateHostedZoneRequest { Name = name, CallerReference = DateTime.UtcNow.Ticks.ToString() });")]
    [InlineData("await route53.CreateHostedZoneAsync(new CreateHostedZoneRequest { Name = name, CallerReference = $\"{name}-{DateTime.UtcNow:yyyy-MM-dd}\" });")]
    [InlineData("var request = new PutMetricDataRequest { Namespace = name }; foreach (var each in names) { request.MetricData.Add(new() { MetricName = each }); } await cloudWatch.PutMetricDataAsync(request);")]
    [InlineData("await cloudWatch.PutMetricDataAsync(new PutMetricDataRequest { Namespace = name, MetricData = { new MetricDatum() } });")]
    [InlineData("var request = new CreatePolicyRequest { PolicyDocument = name }; if (flag) { request.PolicyName = zone; } if (flag) { await iam.CreatePolicyAsync(request); }")]
    [InlineData("var request = new CreatePolicyRequest(); use(request); await iam.CreatePolicyAsync(request);")]
    [InlineData("use(new CreatePolicyRequest { PolicyDocument = name });")]
    [InlineData("await secrets.CreateSecretAsync(new CreateSecretRequest { Name = \"\" });")]
    [InlineData("await secrets.CreateSecretAsync(new CreateSecretRequest { Name = token ?? \"\" });")]
    [InlineData("secrets.CreateSecret(new CreateSecretRequest { Name = name, SecretString = null });")]
    public Task Correct_code_is_silent(string statements) => StandIns.JudgeAsync(statements, AwsSdk.V3);
}
