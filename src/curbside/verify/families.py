"""Names that sources tell by one word, and that word: "hepatic insufficiency" of cirrhosis, "CYP3A4 inhibitors" of drugs."""

import re

FAMILIES: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = tuple(
    (frozenset(names.split(", ")), re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for names, words in (
        ("cirrhosis, acute liver failure, hepatitis b, hepatitis c, jaundice, fatty liver disease, alcoholic hepatitis", "liver|hepat|cirrho|jaundice"),
        ("chronic kidney disease, end-stage kidney disease, acute kidney injury", "kidney|renal|nephro|\\w*dialys"),
        ("heart failure, acute heart failure, heart failure with reduced ejection fraction, coronary artery disease, angina", "heart|cardi|ventric|coronar|isch(?:a?e)mi"),
        ("sepsis, septic shock, septic arthritis, tuberculosis, hiv infection, necrotizing soft tissue infection, urinary tract infection", "infect|sep(?:sis|tic)|bacter|critically ill"),
        ("influenza, respiratory syncytial virus infection", "vir(?:us|al)|influenza|flu"),
        ("stroke, ischaemic stroke, transient ischaemic attack, intracerebral haemorrhage, subarachnoid haemorrhage", "strokes?|brain|intracrani|cerebr"),
        ("diabetes mellitus, type 1 diabetes, type 2 diabetes", "diabet|hyperglyc|hypoglyc"),
        ("epilepsy, seizure", "seizure|epilep|convuls"),
        ("bowel obstruction, urinary retention", "obstruct|retention"),
        ("abdominal aortic aneurysm, aortic dissection", "aort"),
        ("alcohol use disorder, alcohol withdrawal", "alcohol"),
        ("statin myopathy, anti-hmgcr myopathy, immune-mediated necrotizing myopathy, polymyositis, dermatomyositis, rhabdomyolysis", "myopath|myosit|muscle"),
        ("tendinopathy", "tend[oi]n"),
        ("myasthenia gravis", "myasthen"),
        ("atrioventricular block, heart block, bradycardia", "av block|bradycard|slow heart"),
        ("clarithromycin, erythromycin, telithromycin, ketoconazole, itraconazole, voriconazole, posaconazole, ritonavir, cobicistat, ciclosporin, danazol, dronedarone, verapamil, diltiazem", "cyp3a4?|p-glycoprotein|protease inhibitors?|azole|strong inhibitors?|drug such as clarithromycin"),
        ("amiodarone, sotalol, dronedarone, quinidine, procainamide, flecainide", "antiarrhythmics?"),
        ("aminoglycoside, tacrolimus, ciclosporin, nsaid, amphotericin b, vancomycin", "nephrotoxic"),
        ("opioid, barbiturate, benzodiazepine, antipsychotic", "narcotics?|hypnotics?|sedatives?|central depress"),
        ("tenecteplase, alteplase, reteplase, streptokinase", "thromboly|fibrinoly|clot-bust"),
        ("penicillin, cephalosporin, carbapenem, beta-lactam", "beta-lactam"),
        ("hypertension", "hypertens|blood pressure"),
    )
)  # fmt: skip
"""Conditions and drugs that sources tell by one word ("hepatic insufficiency", "CYP3A4 inhibitors"), and that word."""
