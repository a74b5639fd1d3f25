using System.Net.Http.Headers;
using System.Text;
using Amazon;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Signing;
using AppFlow.Fluent.Benchmarks.Probes;

var credentials = await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync();
using var handler = new SigV4SigningHandler(
    credentials,
    RegionEndpoint.USEast1,
    "appflow",
    new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
using var client = new HttpClient(handler);
using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"connectorLabel":"orders","clientToken":"0d5b3d4e-9f0a-4c7b-8a51-2f6f6f0a7c11"}"""));
content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
using var response = await client.PostAsync(new Uri(args[0] + "update-connector-registration"), content);
response.EnsureSuccessStatusCode();
await response.Content.ReadAsByteArrayAsync();
Answered.Now();
