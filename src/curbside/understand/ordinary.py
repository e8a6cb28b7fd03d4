"""Words that are right as they stand: ordinary and medical English that lies close to a name of the vocabulary.

Not a dictionary. A word belongs here when the vocabulary holds a name one or two letters away ("plaque", "plague"),
or when it is spelt like an abbreviation ("cap", "all"). Names of things the vocabulary does not hold and that must
never be read as one it does hold ("inulin", "cockayne") belong here too.
"""

from curbside.text.analyse import STOP, stem
from curbside.text.wordlist import wordlist

_ENGLISH = wordlist(
    """
    ability accurate acting activity actuated addition aesthetic affect agent aid ambient america antique anxious apart
    apple approval approve april attend attitude augment augmented average averse bloody bloom bloat blot blotch braun
    bread butter cancel canker canned capable capital cappella carbon career careful cassette catalonia center centre
    certain change charity chest chicken circle clarity climb clinic coach coal coalition cocktail color colour column
    comment common compare compassion compete competent compile complete compose concept concern concerning concur
    condition conduct confer confine connect consecutive consent conserve constant contact contain content context
    contract contribute control convention conversion convert convey cornea corner correct cost count cover covert
    create crest crisp critical cross current daily damage decide decline defend deliver denial depend derive desire
    detect device diary diluted diner dinner direct distance dragon drooling dystopia early effect effector efficient
    egality elect element emission engine ensure equal essential estate event evolve example excel excess expect expel
    expulsion external family fasten feature feel figure finger flavor flavour flour flower follow foreign formal
    formula forster forte forward freeze function future garden general german gravel ground growth harmonic harvest
    heal hearing herein hoarse holiday human humain image impact importance incentive incision include increase
    inflate influence influential inhibit initial insert insulate intend intent interest interfere internal interval
    invest island itchy kitchen label latin leader league letter library liner local location magnetic maintain major
    manage margin market master material matter mayor meaning meantime measure media median meditation member mental
    mention mentor merit message method middle minimum minor minute mirror mission mobile model modem modern molecule
    monitor month moral mother motion motor nature nervous neutral normal notice number nurse object occur offer
    operate optimal option orange order organ origin outer overcome overnight overt parade parent partner patch
    patent patient pegasus people percent perfect period person phase phone photon physical pillow planet plant plaque
    plastic plate point policy postal powder practice prague precede precious prefer present press presser pressure
    primary private problem process produce product profile program programme promise prompt proper protean
    protect protocol proven province pulse question quitline radical rather reason recast recent record reduce
    reduction referral reflect reflex region register regular regulate relapse relate release relevant reliable
    relief remain remove repeat replace report request rescue reserve resist respond rest result retain retire
    return reversal review robin rotten routine sample scale school science score search season second sector select
    senior sensation sense sensor service session severe shelf shoot silent silver simple singular skill smell
    soccer social softer solid solution sonata source specify spell spelling spiral stage stain standard start
    starting state static station statue steady sticky stock store story strain strait strange street stretch strike
    strong student study style subclone success sugar suggest summer supper supply support surface survive sweat
    sweating switch symbol table tablet target taste temper temple tender tension theory threat thrice throw ticket
    tissue title tobacco topic topical tornado total touch track trade trait transfer translate travel treat tremendous
    trigger triple trouble truth ultra under unique update upper valley value vapor variable vegan vehicle verbal
    version vessel victor village virgin virtual virus vision visit vital voice volume walker warning water weather
    weight while width winter wonder world worth writer yellow zone hyper
    """
)
_MEDICAL = wordlist(
    """
    abdominis abduction ablation absorption adduction agonist allergen alloimmune aminoside amyotrophy anaesthesia
    anesthesia analgesia anaplastic anastomosis angioma angiostatin antagonist antagonize anterior anthocyanin
    antigen anthelminthic antifilarial antihelminthic apoptosis arginase arsenide articular aromatic asthenia atrophic
    asporin atypical axonal bacterial bacteriuria bacterium beriberi bisphosphate blastoma bloating carcinoid
    cardiac cardial carotene carotid cartilage cassava catenin caudal cellular cerebral cervix cholecyst cholerae cholestanol
    cholesterin cholesteryl cholic cockayne coenzyme cofactor cognition colonic conduction congenita contraction
    contractive cornelia coronal cortex cortical corticosterone cortisol costello cutaneous cyclase cystatin
    cystine cytidine cytologic cytokine cytosolic dentinal dermatosis dextrin diethyl digital dioxin diplegia
    dopexamine dysphasia dyspraxia dystocia ectopia effusion elastin embolus embryo endodan endostatin
    epidermis epistasis erythropoiesis eruption ethanol ethyl exposome facial femora fascial fetal fibrin fibrinogen fibrinolysis fibrosing
    fontanel fontanelle fumarase furcation gastrin genital genitalia genome giant glial glucan glycan
    glycemia glycemic glycidyl glycosyl glycyl gonorrhoeae granule growths hairy hamartoma heparan hepatic hernial
    histidine homeostasis hormonal hydrolysis hyperopia hyperopic hyperoxic hypertonia hypotonia hypoxia iliac imidazole
    immune immuno implant incubation indole infusion ingested inhibin inhibitor inhibitory injected injection inositol
    insertion integrin interneuron intestinal intima inulin iridis iris ischemic isogenic isotropic jejunum keratin
    keratosis kyphosis labia lactase lactate lactic lactis lateral lectin leptin ligand ligament lipase lipid lipoid
    luteal lymph lymphatic lysine maltose marrow matrin medial metabolite metastasis methadose methyl methylated microbial
    mineral mitosis monocular monomer motilin mucin mucosa muscarine mutant mycobacteria mycobacterium myelin myeloid
    myelopathy myoclonic myosin myostatin nasal necrotic neonatal neural neurogenic neuron neuronal neurovascular
    nicotine nitrile nitrite nodule nuclear nucleus ocular optic oral orbital osteopetrosis ovarian oxidase palate
    palsy pancreas papilla paralysis parasitic parental parietal patella pectoral pelvic pelvis pepsin peptidic
    peptide perinatal peritoneal peroxidase pharynx phosphatase pigment pituitary placenta plasma plasmalogen
    plasmin pleural pneumoniae porcine portal posterior postnasal prenatal progeria progerin prostatic prosthesis
    protan proviral pulmonale purine pyridine pyridoxamine pyrimidine quinoline rabier ramus reactive receptor rectal
    refractive renal resection resistin retina retinal retinoid retinyl rhabdoid saline saliva salivary scabiei
    scalp sclera secretin selectin septin septum serine serotonin serous sinus skeletal solium somatostatin
    somatotropin spheroid sphincter spleen steatosis stenosis sternal stroma sucralose sucrase sulfatase sulphide
    sulfide synapse synaptic synovial systole systolic tendon testis thalamus thiazole throid thrombin thrombolysis thymic
    thymine thyroglobulin tocopheryl toluamide tonsil toxin trachea transferase trauma triamine tritan tropical
    tubule tumor urea ureter urethra urocanase uterine vaccinee vaccinia vagina valgum valgus valerate varium varus
    vascular vein venous verrucae vertebra vesicle viral visceral vulva zirconia
    """
)
_LIKE_ABBREVIATIONS = wordlist(
    """
    act age aids air all art ask bar bid bit cap card case cat cats cell chat cost cream cup dress ear ease end eye face
    fast fat gas get gold grade grace great had hands heart hit hot ice lab large lean led let map mash mass mast meds
    men mid mind mods news next nice off old one out part past peak perc pet pets pill plan pod prep pro prom pub rest
    road run same sat see sit sofa sort spot stat step sun tag tap ten term tips tis top train two use vet war way
    cf pad pads year pie ham ram arm arms leg may mar bad sad mad art dad son sun
    """
)
_WORDS = _ENGLISH | _MEDICAL | _LIKE_ABBREVIATIONS | STOP
_STEMS = frozenset(map(stem, _WORDS))


def is_listed(word: str) -> bool:
    """Whether this very folded word is on the list."""
    return word in _WORDS


def is_ordinary(word: str) -> bool:
    """Whether a folded word, or another form of it, is on the list."""
    return word in _WORDS or (stem(word) in _STEMS and not word.endswith("itis"))
