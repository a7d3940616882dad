package io.kilowatch.deploy.program;

import io.kilowatch.deploy.command.Command;
import io.kilowatch.deploy.command.Operands;
import io.kilowatch.deploy.credential.CertificateOffice;
import io.kilowatch.deploy.credential.CredentialConfig;
import io.kilowatch.deploy.credential.CredentialDesk;
import io.kilowatch.deploy.credential.DeviceCard;
import io.kilowatch.deploy.credential.QrCode;
import io.kilowatch.deploy.service.Endpoints;
import io.kilowatch.deploy.service.Line;
import io.kilowatch.deploy.service.Parts;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.registry.desk.Answer;
import io.kilowatch.registry.desk.DeviceDesk;
import io.kilowatch.registry.desk.RegistryConfig;
import java.time.InstantSource;
import java.util.List;

/** The commands that give devices what they sign in with. */
final class DeviceCommands {
    private static final Operands DEVICE =
            new Operands("CODE DEVICE", "credit code of the enterprise, and the device's id", 2, 2);
    private static final String FOUND =
            "Without --kafka-bootstrap and --database-url it finds what runs on the --data folder.";

    private DeviceCommands() {}

    static Command device() {
        return Command.group(
                "device",
                "Give devices passwords or certificates, change them and take them away.",
                Command.of(
                                "add",
                                "Add a device, or give one that cannot sign in a credential, and print its card.",
                                Line.distinct(CredentialConfig.ADDING, RegistryConfig.AMENDING),
                                (settings, names) ->
                                        tell(settings, desk(settings).add(identity(names))))
                        .taking(DEVICE)
                        .saying("The password, or the key's file, is shown this once and kept nowhere. " + FOUND),
                Command.of(
                                "rotate",
                                "Give a device another credential; what it had is good no longer.",
                                Line.distinct(CredentialConfig.ROTATING, RegistryConfig.AMENDING),
                                (settings, names) ->
                                        tell(settings, desk(settings).rotate(identity(names))))
                        .taking(DEVICE)
                        .saying(FOUND),
                Command.of(
                                "revoke",
                                "Take from a device all that it signs in with; its certificates are revoked.",
                                Line.distinct(CredentialConfig.REVOKING, RegistryConfig.AMENDING),
                                (settings, names) -> tell(desk(settings).revoke(identity(names))))
                        .taking(DEVICE)
                        .saying("Its open sessions end with their next message. " + FOUND),
                authority());
    }

    private static Command authority() {
        return Command.group(
                "ca",
                "A CA of your own, for the certificates of devices and of the gateway.",
                Command.of("init", "Make a CA.", CredentialConfig.FOUNDING, DeviceCommands::found)
                        .taking(new Operands("NAME", "what it is called; Kilowatch devices, if left out", 0, 1)),
                Command.of(
                                "server",
                                "Issue the gateway's certificate.",
                                CredentialConfig.SERVING,
                                DeviceCommands::certifyGateway)
                        .taking(Operands.many("HOST", "names and addresses that devices reach the gateway at")),
                Command.of(
                        "crl",
                        "Sign the revocation list anew, so that it does not run out; it is good for 400 days.",
                        CredentialConfig.LISTING,
                        (settings, none) -> {
                            CredentialConfig config = checked(settings, CredentialConfig.from(settings));
                            new CertificateOffice(config, InstantSource.system()).renewList();
                            System.out.println(
                                    "已写入 / written: " + config.authority().list());
                            return 0;
                        }));
    }

    private static int found(Settings settings, List<String> name) throws Exception {
        CredentialConfig config = checked(settings, CredentialConfig.founding(settings));
        new CertificateOffice(config, InstantSource.system()).found(name.isEmpty() ? "Kilowatch devices" : name.get(0));
        System.out.println("CA: " + config.authority().certificate() + "\n网关参数 / for the gateway: --mqtt-client-cas="
                + config.authority().trusted() + " --mqtt-client-crls="
                + config.authority().lists());
        return 0;
    }

    private static int certifyGateway(Settings settings, List<String> hosts) throws Exception {
        CredentialConfig config = checked(settings, CredentialConfig.from(settings));
        new CertificateOffice(config, InstantSource.system()).certifyGateway(hosts);
        System.out.println("网关参数 / for the gateway: --mqtt-tls-certificate="
                + config.authority().gatewayCertificate() + " --mqtt-tls-key="
                + config.authority().gatewayKey());
        return 0;
    }

    private static CredentialConfig checked(Settings settings, CredentialConfig config) {
        settings.check();
        return config;
    }

    private static CredentialDesk desk(Settings given) {
        Settings settings = Endpoints.found(given, given.value(Parts.DATA));
        CredentialConfig config = CredentialConfig.from(settings);
        RegistryConfig registry = RegistryConfig.from(settings);
        settings.check();
        return new CredentialDesk(config, new DeviceDesk(registry, InstantSource.system()), InstantSource.system());
    }

    private static Identity identity(List<String> names) {
        return new Identity(names.get(0), names.get(1));
    }

    private static int tell(Settings settings, CredentialDesk.Issue issue) throws Exception {
        CredentialConfig config = CredentialConfig.from(settings);
        if (issue.card().isEmpty()) {
            return tell(issue.answer());
        }
        DeviceCard card = issue.card().get();
        QrCode code = QrCode.of(card.json());
        if (config.picture().isPresent()) {
            code.write(config.picture().get());
        }
        if (config.json()) {
            System.out.println(card.json());
            return 0;
        }
        tell(issue.answer());
        System.out.print(card.text());
        System.out.print(code.text());
        System.out.println("请同步更新本单位的登记文件，否则下次 registry apply 会撤销本次更改 / keep the enterprise's own document"
                + " in step,\nor the next registry apply takes this back:\n  - id: "
                + card.identity().device() + "\n    "
                + issue.document());
        return 0;
    }

    private static int tell(Answer answer) {
        answer.lines().forEach(System.out::println);
        return answer.exitCode();
    }
}
