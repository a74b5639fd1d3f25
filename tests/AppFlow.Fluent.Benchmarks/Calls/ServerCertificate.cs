using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>A certificate for this machine's loopback address, made for one run.</summary>
internal static class ServerCertificate
{
    /// <summary>Makes a certificate, and writes it without its key to a file, so that a client can be told to trust it.</summary>
    public static X509Certificate2 Make(string trustFile)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        var now = DateTimeOffset.UtcNow;
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        Directory.CreateDirectory(Path.GetDirectoryName(trustFile)!);
        File.WriteAllText(trustFile, certificate.ExportCertificatePem());
        return certificate;
    }
}
