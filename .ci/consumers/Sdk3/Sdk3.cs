using System.Threading.Tasks;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

public static class Sdk3
{
    public static Task AssumeAsync(IAmazonSecurityTokenService sts, string role)
    {
        return sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = role });   // AFF2001
    }
}
