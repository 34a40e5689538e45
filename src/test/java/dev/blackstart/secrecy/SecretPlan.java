package dev.blackstart.secrecy;

/** The plan of a {@link SecretExercise}: every text is a marker. */
final class SecretPlan {

    private static final String TEXT = """
            key: <plan-key>
            name: Name <plan-name>
            type: functional
            intensity: 2
            environment: staging
            campaign: <campaign>
            owner: dana
            approvers: [eve]
            team: storage
            coverName: Title <title>
            playerBriefing: Briefing <briefing>
            systems: [{key: <system-key>, name: System <system-name>, site: <system-site>, kind: <system-kind>}]
            offLimits: [<off-limits>]
            scenario:
              story: Story <story>
              assumptions: [{key: <assumption-key>, text: Assumption <assumption-text>}]
              knownDegraded: [Degraded <degraded>]
              failureModes: [{key: <mode-key>, text: Mode <mode-text>, designed: Designed <mode-designed>}]
            runbooks: [{key: <runbook-key>, title: Runbook <runbook-title>, steps: [{key: <step-key>, text: Step <step-text>}]}]
            objectives: [{key: <objective-key>, text: Objective <objective-text>, capability: <capability>, target: PT5M}]
            schedule: {preparation: P14D, duration: PT2H, zone: Europe/Berlin, SCHEDULE}
            roster:
              - {person: dana, role: director}
              - {person: carl, role: controller}
              - {person: sol, role: safety-officer}
              - {person: pia, role: player}
              - {person: noel, role: player}
              - {person: adam, role: player}
              - {person: pete, role: player}
              - {person: olga, role: observer}
              - {person: wim, role: trusted-agent}
            simCell: [{for: Stand-in <stand-in>, person: carl}]
            outOfPlay: [{person: pete, reason: Away <unavailable-reason>}]
            preparation:
              - {key: <preparation-key>, team: storage, kind: contacts, title: Prepare <preparation-title>, neutral: Neutral <preparation-neutral>, due: -P7D}
            probes:
              - {key: <probe-key>, type: http, url: "http://127.0.0.1:8088/<probe-url>", every: PT1S, tolerance: {status: 200}}
            drills:
              - key: <drill-key>
                kind: database-failover
                title: Drill <drill-title>
                owner: dana
                targets: [<system-key>]
                hypothesis: Hypothesis <hypothesis>
                fault: {driver: manual, instruction: Fault <fault-instruction>}
                revert: {driver: manual, instruction: Revert <revert-instruction>}
                maxDuration: PT20M
                expects: [{alert: Alert <expected-alert>, within: PT2M}]
                recoveredWhen: Recovered <recovered-when>
                userExperience: Experience <user-experience>
                clockTargets: {detect: PT3M}
              - key: <later-drill-key>
                kind: network-cut
                title: Drill <later-drill-title>
                owner: dana
                targets: [<system-key>]
                fault: {driver: manual, instruction: Fault <later-fault-instruction>}
                revert: {driver: manual, instruction: Revert <later-revert-instruction>}
                maxDuration: PT20M
            callTrees:
              - key: <tree-key>
                message: {subject: Call <tree-subject>, confirmQuestion: "Which <tree-question>?"}
                root: {person: dana, channels: [email], wait: PT5M, calls: [{person: noel, channels: [email]}, {person: sol, channels: [webhook]}]}
            timeline:
              - {key: <open-key>, at: PT0M, message: {to: everyone, channels: [in-app], from: From <open-from>, subject: Subject <open-subject>, text: Open <open-text>}}
              - {key: <storage-key>, at: PT0M, message: {to: storage, channels: [in-app], text: Storage <storage-text>}}
              - {key: <noel-key>, at: PT0M, message: {to: noel, channels: [in-app], text: Noel <noel-text>}}
              - {key: <spoken-key>, at: PT0M, message: {to: network, channels: [spoken], text: Spoken <spoken-text>}}
              - {key: <fault-key>, at: PT0M, drill: <drill-key>, reveal: {at: REVEAL}}
              - {key: <expect-key>, at: PT0M, expectation: {of: storage, text: Expect <expect-text>, within: PT10M}}
              - {key: <shown-key>, at: PT0M, task: {of: carl, text: Shown <shown-text>}, reveal: {at: REVEAL}}
              - {key: <task-key>, at: PT0M, task: {of: carl, text: Task <task-text>}}
              - {key: <decide-key>, at: PT0M, decision: {text: Decide <decide-text>, options: [<option-go>, <option-stop>]}}
              - {key: <call-key>, at: PT0M, callTree: <tree-key>}
              - {key: <hint-key>, after: {item: <expect-key>, is: missed}, message: {to: storage, channels: [in-app], text: Hint <hint-text>}}
              - {key: <later-key>, manual: true, message: {to: everyone, channels: [in-app], subject: <later-subject>, text: Later <later-text>}}
              - {key: <never-key>, manual: true, task: {of: carl, text: Never <never-text>}}
              - {key: <later-fault-key>, manual: true, drill: <later-drill-key>}
              - {key: <back-key>, manual: true, revert: <drill-key>}
              - {key: <end-key>, manual: true, endex: {}}
            """;

    private SecretPlan() {
    }

    /** @param schedule what its schedule says further @param reveal when what is hidden is revealed */
    static String of(String schedule, String reveal) {
        return TEXT.replace("SCHEDULE", schedule).replace("REVEAL", reveal);
    }
}
