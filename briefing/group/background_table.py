"""Common English words by document frequency. Made by `python -m benchmarks.background`."""

# documents of 10,000 that hold the word (folded, see `briefing.group.words.fold`), roughly
BANDS: dict[int, str] = {
    18: """
abase abba abby abdi abnormality abolish abram abruptly abundant ac accomplishment accrue accuser
acute adida administer adrift adversary affectionately affirmed agony agricultural aided aiding
ailing airlifted airwave alejandro alfredo alia alienated alina alison alkhshali alley allocated
allowance alphabet alpine amazed ambient ambiguity ambush ambushed amended amir amira anad analyse
anbar ancestor anfield angrily anguish ankara antagonize anthem anthropology antidepressant anton
anwar apartheid apologizing appellate apprehended appropriation aqsa arbitrarily arduous argus
ariz arraigned articulated artificially ascertain ashton aso assad astronomer astronomy astute
atrocious attachment attentive attire attribution augmented authenticated autism avalanche
averaging avid avocado awaited awarding ayman azure backend backlog bader bailout bain bait bakery
bald bangkok baptist baron barron bastard bastion batche batman battleship beam beirut belle belly
bend bending benign berger berth besieged bestreview bestselling bethesda bethlehem betrayal bibi
bicep bigot bilbao biocontainment biography biting blake blink blond blonde bluetooth bo boil
boiled boiling bombardment bon booth borussia bosnia botta boulder bounce bounced br bracket
bradford brake branching brandon bravely bravery breached breakout bremen brewer brightest
brightly brokerage brooke broom bruising bubba bubble buckingham budgetary budgeting bueno bulb
bully burgeoning burger burglar burglary burma burnside bursting busch bushnell busiest
businessmen busted busting bustling byte cafe canine canon canva capped capsule captioning carey
carlin carolinian carrie cascade catalyst caucuse cautioned cautiously cavalier cave caveat ce
cedar celsius celtic centerpiece centrally centrist cha chalk characterizing charred chatted
chatting cheated checkup cheerful cheryl chested childcare chilean chin chopped chore chorus
christoph chuckle circumstantial clara clare classical claudia claw clemency clicked clijster
clinching cling clocking clone clutter cm coca coercion coincide coleman coliseum collaborated
collaborative comb commercially commotion communism commute commuter compassionate compatriot
competed competence compiler compliant composer comrade conceived concentrating conceptual
conclusive concussion conditioning condominium condone confidential configure confinement
conformity congestion congo congratulate congratulating conjure conn conquer conquered conquest
consciously consciousness consented conservatism consolidation conspired constructive
contemplating contingency convulsed cooperating copa copenhagen correctional correspondence cosmic
cough counseling countered countering counterintuitive couture coventry coworker cozy crab crane
crate credence criss crowned cruickshank crumble crumbled crunch css cub cultivated curbed curl
cynthia cyprus da dadayev dame dane dangerously danish daryl davy daylight debaltseve decency
decider decreased decried dee deem defiant defied demeanor demolished den denounce dent departing
depicting depiction deposition depot derna descended deserted designation desirable desperation
despicable despondent detriment deviate devil devotee dhs diagnostic dial dialect dictionary
differentiate dilemma dime diminish dipping dir disaffected disbelief disciple disclaimer
discomfort discontinued discord discredited discretion discriminate disgraceful disguise
disillusioned dismal dismay disperse displacement displacing disruptive dissident distortion
diversion dividing docker doe dogma dolan dole donaldson donna donned doomed doorbell doris
dortmund dove downhill downloading downsizing draining dreaded driveway drowned dubious duly
duplicate dwayne dylan dysfunction earthly echoing eclipse ecuador edmund eldest electron elegance
elevator ellie ellis embarked embedding emeritus emotionally empathetic emperor emphatic employing
emptied enclave enclosure encrypted endpoint endurance energize energized enhancement enormity
enroll entitle envelope environmentally envision epa equation equestrian eradicate ernesto
escalated escapism escort esoteric esteemed ethnicity euphemism ev evade everest evolutionary
exacerbate exacerbated excavation excerpt exclaimed exclusion excused executioner exempt exhibited
expel explainer expletive explorer exponentially exporter expose exposing extinction extracted
eyebrow eyewitness fabius fad faint fairfax fallon fanatic farid fascinated faux fedex fein feng
festivity fetus fiance fifteen finest fingernail finnish firebrand fisher flanked flap flared
flavour flexing float floated flooring flop floral flour flu fluffy flung font foo forecaster
foreseeable forged formative formidable fr fracture framing francona frankie fraught fray freak
freddy freeh frenzied freshly freshman friction fried frontline fulton fundraising fuse futuristic
ga gait garde gasp gauge gaunt gavin gem generic gently gerald geremek geun gibson gifford gifted
gigantic gilded gill gilmore ginsburg glaring glee gliding glow glut gluten goalless golfer gong
gonzale gopro gorbachev gorge gossip gothic gp grad graduating greatness greedy greenville greet
grievance grieve grieving grossed grove grower guaranteeing guardrail guesswork guild guilt gust
gutted gutting gynecologist hague hailing hairstyle hallelujah hallucination hamdi handheld
handing handwritten hanger hannah hardworking harmeet harrowing hash hatch hater hauled haunted
hayley hazy headphone heathrow heighten heinous helena henrik henson hesitate hewlett hiatus
hierarchy hilarious hinting hive hoist holster homage homecoming homegrown homework hooked
horrendous hourlong hu hugged huh hulk hydrogen ibn icc ideally ideation idiot idol ignorance ilya
immeasurable impacting impair implant implicit implied inadvertently incapable incapacitated
incarceration incensed inception inclined inconsistent inconvenience incursion indicator indict
indie indifference induction indy inec ineffective inexpensive infiltrate infinite informal
informant informational infuriated inheritance injected injunction inline inscription insect
insensitive inspirational instinct instituting insufficient intel intensifying interception
intersection intertwined intimidated intricate invaded invader invariably invincible inyourarea ip
ipso ireport ish isil isle ismail issuance iterating ivory jam jamal jared jarring javad je
jealous jefferson jen jeopardize jeopardy jessie joel johannesburg johnny joker jonny jordanian
journalistic juggle juliet jumbo june kadiza kalashnikov kale kane kathleen kathy kazakh kemp kg
khachnaou khodorkovsky kidnapper kidney kimberly kirsten kj knit koch koval kraft kristina kumar
kuo kwon labeling lackluster lakeside lander lang latent latex launche lavrov layered layoff leafy
leeway leftover legit legitimately lena lend lib liberian libertarian lightly lima limbo lin
lindsay lindsey lingered lippert lister lithuania litvinenko liz lobbied locale locating logan
longevity lonsdale looted lou louise loyalist luhansk luiz lump lunar mackenzie macro mag magnetic
magnussen maher maiden maimed makeover mama mandated manic mankind manned manny mapped marcel
marilyn marriott marvin mastectomy masterminding matrix maverick maxwell mayhem mccain mccartney
mcilroy mclaren meaningless med median mediate mediation megan mehmet meir meissner mel melanie
melted meme memorylane memphis menacing menendez merchant merciless merging merrill metabolism
metadata metallic metaphor meteorite metre meyer mi michel microsystem midday midterm mighty miley
mindful mindfulness mindset mineral minh ministerial minus misdemeanor misfit mishandling
misinformation missionary mixing ml mls mobilizing mocked mocking modification moine mole molested
molly mona moniker moratorium moreno mormon mortem mosaic motorbike mourner mouse msc msp mueller
mug muller multiplied mundane murdering murky musashi mushy muster muzzle na naomi narrowed
narrowly nasir natalie ne neatly nerd nest nestled netting neuroscience newfound newsbeat newt nic
niger nih nile nona nondescript nonsense noteworthy noticeably ntsb nuance nuri nutritious oasis
oat objected objectively obliged obnoxious obscene occupant occupy oceanic odin odyssey off
offbeat oligarch olivia omaha oman oncoming onslaught onstage onward opting orbiting orc orchard
organism orion ornate ostensibly oust ousting outcast outfront outlaw outlined outpace outpost
outright outsourced overcame overflow overlooking pablo packard painter pamela paradox paralyzed
parisian parity parser particle paso passer paternal paula paused payload payoff pea peaked peanut
pear pearl pearson peasant peck pedophile peggy pellegrini penguin penultimate perennial
periodically permitting perpetual perpetuating personalize persuasion petersburg petroleum pettit
petty pham pharrell phishing photoshop pierce pint pip plainly plaster plausible plead pledging
plethora plugin po pod poem pointer poisonous policymaker pollutant pomona ponder poorest
portraiture portraying portsmouth postcard postman posture potatoe pounced prague predawn
prejudice premiership prenatal prepping prerequisite preset pretoria princeton principled
printable proactively proclamation professionally profiting programmed proliferation prominently
promoter promotional propagated prostitution protested prototype provoking ps psg publicist puerto
pundit pup puppet purport putt quickest quinn quinoa quipped quoting rabin racked racy raft ralph
ramo rat ratified raul ravaged raye reaffirming realizing reassured rebounded rebounding receipt
reciting reclusive recreate rectangular redefining redistributed reformed refund reinstatement
rejecting relieve relieved relocate relocated remarkably remodel remodeling renee renewing renzi
repairing repay repealed repealing replete repressive reproducible reproductive resembled
reshaping responder responsibly retaking retweeted reused revert revolver rewritten ricciardo
richmond richter ridden ridicule ridiculed rift rightfully ringing ringleader rip ripple rishi
ritchie rite riverside riyadh roach roam roaming robbed robber rocked rode roller romantically
romero roswell roth rout royalty rtl rubbed rubbish rubin rubio rudy rugged rumour runaway rundown
runtime saa saber sabotage sach sacking sacrificing safeguarding sag saifi sailing saleh salome
salvation samira samuel sandberg sander sandwich scandinavia scanned scarce scenery schooling
scorn scrambled scraping screamed screened scripture scrubbed scrutinized sculptor sear secluded
selfy seminary sentinel sergei serie setter settling seventeen shallow shameful shamima shaming
sharper shayanna shekau shelve shen sherman sheryl shiny shoreline shortcut shoving showcased
shrink shroud shutting sidelined signaling silently silk simplified simpson simulate sitcom
situational sizzling skating sketche skidded skincare skipped slab slapped slapping slash slashing
slater slavery sliced slideshow sliding slightest slippery sloan smog smoky smothered sms snl soar
sofa softened softer softly solemn solicit solicitor solitary sorority soundtrack sourcing sox
spanning specification spectacle sped speechless spherical spicy spider spinach spinal spinoff
splashed sponsorship sported sportsman spreadsheet sprint spun src sri stabilize stair stalk
stalwart standstill starr statehood staten statewide steele steeler stellar steroid stevie steward
sticky stiff stirred stirring stitched stockholm stocking stoned storefront storied stove
stranding straw streamlined stressing strongman stuart studded stumbling sturdy su subdue
subjective submersible sucked sulfur sultana summon sunak superbly supervision supplying
suppression surreal surrendered surreptitiously surround swallow swat swear sweating sweepstake
swelling swimsuit swinging swipe switche sxsw sycamore sympathizer sync syntax tainted taiwan tar
tasting tasty tbs te teaming techno telegram ten tendered tepid termination terrestrial terribly
tesla textile thankful thanking theodore theoretical thinly thinner thirteen thomson thr thrill
thwarted tiananmen ticketing tile tilt timber timetable tinged tipped tmz toiled tooth toppled
tornadoe torpedo torre torrent torso touchy tout tow toxicity tracing tractor trader transactional
transformative transformer transitioned transmit transmitted treadmill treasurer treble tri
tripadvisor tripping triumphed trove tsa tub tucson tudor tug turbine turtle tween twitch txt
tycoon tyler tyrone tzipi uae ubiquitous ubuntu uc unaffiliated unanimously unassuming und
underline underscoring understandable underwear undone undue uneasy unexplained unforgettable
unified unify unintended unlimited unpack unparalleled unpleasant unprotected unravel unrelenting
unresponsive unsealed unseen unsettling unstoppable untitled untrue unveil upbeat upbringing
upgrading uplifting upstair ur usc usda usher utilization vacant val valentine validate validity
valve vandalized vanishing vanuatu vector vegetarian veggy veil vein velvet vernon vettel vi
vicinity victorious vienna viktor vila vile vine visionary visualize voa void volcano volcanoe
volley volleyball vp vr wa wade waded waiter waking walmart wardrobe warehouse warmest warranted
wayfair weakening wealthier weaving webb wed wedge weinreb wellbeing wh whirlwind whispered
whistle whopping wi widening wigan wildcat wilmington winger wintry wisely withdrawing witty wolfe
worded workstation wrangling wreath wrinkle wyoming xinjiang yale yamato yan yassine yelled yew
yonhap yusuf zaur zen zhang
""",
    27: """
aa abandon abbey abdomen abe abnormal absorb abubakar abuja abundance academia accessed accountant
accredited accumulated accuracy achievable achille acknowledging aclu acoustic acquaintance
acquitted activation activism actuarial actuary adaptable addictive adequately adhere adjacent
admired admissible adobe adorable advent affection affiliation affluent affordability afforded
affront afield afterthought agility airing airway aka alarcon albeit alberto alexey aligning alla
allergy allocation almasmari almond alternatively alto aluminum alzheimer amassed amc amidst
amounted amplified amplify amusing anadolu ancelotti anchored animation ankle anne annexation
annie annoying ansar antibiotic antic antioxidant antique apex apis apostate apostle apparatus
applauded appoint appreciated apprentice aqap aquarium ar arbitrary arch archaeological archbishop
archived armando arrange arrow articulate artwork asap ashe aspire ass assaulting assemble assert
assisting assyrian astonishing atheist atom atop auckland auditorium augusta austrian authored
authorization autobiography awry axe backside bacon badge baffled bahrain bailey balcony baldwin
ballad ballistic baltimore banana banging bankruptcy barca bargain barrage barrel barring basin
bass bat bate battered battleground bayern beacon bearer beck becky bedside begged begging begum
behaved beheaded belarus benche benchmark benedict beneficiary bengali bennett berman bernabeu
bernie betrayed beware biased biblical bicycle bidding bieber bigotry bilateral billy bingo bio
biopic biracial blackwell blair blaming blanchett blank blasting blaze blockade blogging blueprint
blurred bn bnp boasted bogus bolt bonding bonuse boo booed bored boredom boren borno borough
borrowed bot bother boxer bradley brainstorming brass brazen breache breaker breakup breathtaking
breeding brett brew brexit brice briefly brisbane brisk bristol broadway bronze browse browsing
bruin bruise bruno brush brussel bryan budapest buddha buddy buildup bulgaria bulletin bullied
bump bumper bundesliga bunker burnley burt burton bury businesswoman bust butler butterfly bypass
bystander cab cabbage cairo calculator californian calory calvin cambodia camilla canberra
canceling cancelled candid candidacy candy canyon capitalized capitalizing captivating captivity
cardboard cardiac cardinal cardiovascular caregiver caretaker carnage carpenter carroll carve
carving casino castle catastrophe catche cate cathedral cd cellular censorship centrifuge cereal
ceremonial certainty chagrin chained championed characterize charger charisma charming charter
chatbot cheapest cheat chechen checklist chelly chemistry cheney chill choking ci cigarette
circular civilization claire clap clarified clashed clasico classification clay clayton cleaner
clearer cli clinched clinician closet clunky clutch coached cod codebase coded coherent cohesive
cohort coincidence coincidental cola colin collaborating collapsing collateral collide collin
colombia colorful coma combatant combining comforting commemorate commenter commenting
commissioned commodity commonplace communicated comparable compatibility compatible competent
complement complied comprised concede condo cone confidante confidentiality config confirmation
confirming confiscated conglomerate congratulated congregation conjunction connecticut
connectivity connector conscience consensual consolation constabulary constituency constituent
constitutionally constrained consulate consult consultancy consulted contacting contagious
contaminated contempt contend contender contention contested contextual continental continuity
contraband contradiction convict convoy cooler coolest cooling cope copying corey corn cornell
coronation corrected corroborate cos costing councillor countryside coupled coveted cow cowardly
cpr cradle crafting crashing crave craving crawling creek creepy crescent cried crippling crisp
cristiano croatia crucially cruelty crumbling crusader crush crushed crushing crypto ct cube
cucumber cue cuisine culinary culprit cult cuomo curator cure curfew curled curtailed curtain
curtis customization cyclone daddy damian damn danced dani darker dash dashed daytime debated
deborah debug debugging decidedly decorated decoration decree deed deepened deer defamation
defeating definitively degrade degraded delegation deliberation delve dementia dempsey denise
denmark denouncing dentist dependable deploying deportation deported derailed derby derek
descendant destabilize detailing detainee detecting deterrent detour detrimental deutsch devoid
devon devotion devout dhaka diabete diameter diane diaper diary dictate diesel digest dignitary
dignity dim diminished dinosaur dioxide dipped directive dirt discharged disconnect disconnected
discontent discounted discourse discriminatory disgrace disgraced disguised disgust disgusted
disgusting dislike dismantle dismantling dismissal disparity dispatch dispatched displaying
disposable disrupted dissatisfied dissent distinctly distinguish distinguished distracted
distressing distributing distrust ditch diver divisive dlr dmca dock doctrine documenting doll
dolphin donating donetsk donning doorstep dormitory dosage doubling doug dough dover down downing
downloaded downplayed downton drafted drafting drastic drastically drawer drexel drum drunken
dryer drying dublin dump dumped dumpster durham dynamically earner easing ecommerce economically
eddie eden edged edible effortless elbow electorate electrician electronically elena eliminating
elimination elliot elliott elton embarrassing embarrassment embattled embroiled empathy empowered
empowerment emwazi encouragement encryption endanger enduring energetic enjoyable enlarge
enormously enrique enrollment ensuing entertain entice entourage epl epstein erase ers escaping
eshchenko espionage espn esque estonia eternal ethiopian etiquette europa eva evacuate evaluated
everton exceeding excellence exclude excluded excluding excursion executing exercised exert
exhausted existential exiting experimentation experimenting expired exploding exploited exploiting
expulsion extinct extortion extraction extraordinarily eyeing faa fabio fabric facilitate
facilitated faded fairy faithful falkland fargo fascinate fashioned fated faulty favour fc
fearless feasible federally feeding felipe fellowship felon ferry fertile festive fetch fiancee
fiercely fifa figuring filipino filtering fin finalist finalized financed financier fingerprint
fingertip finishe finland fireplace firstly fisherman fishermen fla flagged flair flashe flashed
fledged flesh flick flipped flock florence flourish fluent flurry flush foam fond fool footstep
fore foresee forgetting forgiven formation forthcoming fortnight fostering fourteen fraction
fractured fragmented frankfurt frantic frat frederick freeing freely freezer frenchman frenzy
fridge frigid frog fulfilled fundamentalist fundraiser funnel furor fury fusion fuss gaal gadhafi
gala gallon garment garner garnered garrett gase gasoline gateway gb geek generational geneva
genocide genuinely geo geography geological ginger gingrich glen glenn glowing gm gmail goat
goddard goldman gospel govern gpt graham gram grammy grande grandson granma grape grasp grassroot
gravity greed greener griffin grilled grounded groundwork gruesome guinness guitar gymnasium
hacking haired hakim halftime hallmark hallway halted halting hammer hammering hampered hancock
handcuff hanged hanna happier harassing hardship harf harmed harmless harness harrison harvest
harvey hashd hassle hated hateful headlined headquartered heal heap heath herald heroic heroin
hesitant hijab hijacking hiking hinder hindi hindu hinge hoax hobby holed hollow homemade homepage
honeymoon honorable hopkin horizon horn hospitality hostin hottest hr hudson hue huffington
humiliation hung hunted iceberg idaho il illustration immersive immigrated immunity impactful
impairment impede imperative imported importing imposing imprisonment improper improperly impulse
inability inaccurate incidentally incoming inconsistency incorrect indiscriminate induce induced
inefficiency inevitably infectious infighting infinity inflammation inflammatory influencer
influencing infringement infused inhabitant inherent inherently inn inquest insistence inspect
institutionalized instrumental insulting insured integer integrating intensify intensity
intentional intentionally interacting intercepted intern internally internship interpret
interpreter interviewer intimidating intolerance intrigue intrigued intriguing intuition invade
invaluable invasive invented inventor invisible involuntary ira irishman ironically irrelevant
islamabad iso isolate iterate itinerary itv ivan jackie jacque jaguar jazz jenkin jenny jenson
jesse jewelry jill jinx jorge js judging judy julian jumper jupiter juventus kano kanye karimi
karl kcna keeper keyboard kgo khamenei khartoum kidding kilogram kindergarten kirk klan klein klux
knesset knight knive knowle knowledgeable kosher kosovo ku kuala kurd kurdish kuwaiti ky labidi
lacking ladder laguardia lamb lambert landfall lapd lapse laser lashing latency lauded lauderdale
laughter launcher laundering laureate laurent laurie lax leaf learner leather legion lender
lending lense leo leon leonard lesser lever levi levy liable liberate lifecycle lightweight
likened limp linda lingering linguistic linux literal literary liver livni lobby locking lodge
lodged lonely loom looming looting loser louder lowering lucrative luggage lumpur lure lurking
lush luther luxembourg ma macbook machete machinery madonna mafia magnate magnet mahmood mailed
mailing maine majestic maliki manageable maneuver mangled manifesto manipulation mantra manually
mapping marche marina marital markus marrying marseille marshall martyr mastering mastermind
mathematic mathematical matteo mayo maze medicaid meditation mega meghan melody menus merit mh
mice mich microphone mild miliband militarily milton milwaukee miner miniature mining miranda
misled mitchell mitigating mitigation moammar mobility mobilized mock modi mohammad moisture mold
molecule monarchy monastery monte montgomery montreal morris morrison mortal mortality mortar
moshe mossad motoring mountainous mover muddy muhammad muhammadu mullen multicultural mumbai
murderous mutation mythology nagging naive narcotic narendra nasty natal nationality navigating
nearest needless neglect neighbourhood nelson neo neural new newborn newcomer newlywed newman
nicely nicole nigel nightly nike nina nj node nominate nonexistent norwegian nostalgic noticing
nou nuisance nusra oakland oath obscure observing obsessed obsession obstetrician obtaining
occasional occupying occurring offence offshore old olivier omar opaque openai opera oppressed
oppression optimal optimized oral orchestrated ordeal oregon organiser originated orphan orphanage
os ounce ouster outcry outer outing outrageous outsider outward oven overhaul overlap overload
overly override overweight overwhelmingly oz pa pac painfully paired palette palo pam panda
panhandle paperwork paradigm paramount parish parkinson parsing partnering pasta patche patiently
paulo pavement payable paypal payroll pedestrian penal penchant pencil penned penny pension
perceive periodic perished personalised pertaining peru peskov pest peterson petrol pga ph
phenomena phenomenal philanthropist philippe phillip photographic physic physicist pier pilgrimage
pine pioneering pipe pitting pixel plagued planted platinum platter playful playground playlist
playoff pleasant pleasing plotting plug poetry poisoning polarization polarized policeman polite
politkovskaya poorer poppy populous porn portland porto portuguese possess postpone potato poultry
pounding pouring powering powerless practitioner pragmatic preaching precede predictive premiered
prescribed preservation presumed pretax pretend pretending prettier prevalent preventive prey
priced printing prioritise privileged procession processor profitability programmer progressing
progression projection prominence promo pronged prophet proponent propose protagonist provocation
proximity prudence psychiatric psychiatrist psychologically publicity publicized pulse pumping
pumpkin punch punche punctuated punish purple purposefully pyongyang quarantine qud queensland
queer quell quitting quiz quizze quran rachel radicalized radically rafael rafik rahman raider
railway rainfall rainforest rallied ram ramification rammed ramp rampage rampant ramsey randomly
ranged rant raqqa rash rave readily realm reap reasoned reassure rebellion reboot rebound
rebuilding recalling recaptcha recapture receiver recognizable recollection recrimination recycled
recycling redeem reed reelection reeling reese refrain refreshing refrigerator refusal regained
regiment regretted regulated rehab reign reimbursement reinforce reinforcing reiterate relating
relaxing relay relentless reliably reliant relic reminiscent remorse renaissance render rendering
renewal renting reopened repatriation repetitive replay replicate repo reposted repression
reproduce reputable researched resentment reshape residing resisted resisting resounding
responsiveness restart restated rested resting restraint restrictive restroom resuming retaining
retelling retention rethink retribution retrieved retrospective reunification reusable reviewer
revival revoked revolve rewarding reynold rhyme ribbon ricardo richardson rico rife rigging right
rightly rigorous risen risked roadmap roaring rochester rocker rod rogue roma romania rooney rory
rosa rosso rouhani rubble ruble rude rug rung sack safari sail salahuddin salem salmon salon
sampling samsung sandra santo sao sasha saturated saturn sausage saver sawyer scam schmidt sci
scoop scooter scorer scout scratched screenshot scrub scum seating sebastian secrecy secretly
secular selfie semester semiofficial semitic semitism senatorial sensibility sentencing
sentimental separation serbia serena sergeant serial servicemen settler severance sexist shane
shanghai sharon shattering sheffield sheldon shepherd shining shinzo shorter showbiz showcasing
shrinking shutter shuttle sided sideline sighting silly simplest simplicity simulation
simultaneous sincere sinister sinking sinn sixteen sixty skeletal skirt skyscraper slamming slate
sleeper slept slew slick slid slovakia slovenia slowdown slowed smashing smelled smoother sneak
sneaker snowy societal softening solis someday sophia sophistication sounding southampton
southeastern southwestern sow spam spate specially specimen specter speeding speedy spencer sphere
spielberg spill splash spontaneous spoof spoon spotify sprawling sprayed spying sql squeeze
squeezed staffing stain stakeholder stall stamford standalone stanley starbuck statistical staunch
staunchly steer stefano sterling sticker stimulate stimulus sting stockpile stoke stoppage
storyline storytelling strapped strategically strengthened stressful stretching strewn strife
stripping stumbled styled suarez submarine submitting subpoena subscribing subsidy substantive
subway sufficiently suing suitcase sunlight sunnis sunset sunshine superhero superman supplemental
supplied suppose surfing surgical surging surplus surrogate susceptible sustain sustaining sutton
swarm sway swede sweetheart swimmer swirl switching swollen sword sympathetic synagogue
syndication syndrome synonymous synthetic systemic tackled tactical tagged taller tally tame tan
tangle taping tapped tariff tarnished taser tattoo teamed tease tee telecommunication telescope
tempted tenant tended tending termed terminated terrified territorial testifying textbook texting
theresa thieve thinker thoughtful thrilling thriving thrust thunderstorm thwart ticking tightening
tin tipping toast tobacco token tomato tommy tongue toni topless topping tornado toro tortured
toss tossing totaled totaling tougher toughest toured touring towed towel toxicology traction
traded trailing traitor tranquil transferring transgression transit transitional translator
transplant transporting trap treason treasured trendy trim trinity tripoli troll truman trunk
trustee tucked tumultuous tuning tunnel turbulent turin turk turner turnout turnover tutoring tvs
tweak typescript typing ucla um unanswered unbeaten unbiased unconscious uncover undeniable
undercover underdog undermining underscore understandably undertaking underwater underwriter
unethical unfolded unfortunate unhappy unheard unjustly unleashed unleashing unmanned unmarked
unrealistic unreasonable unreliable unresolved unsubstantiated unsuccessfully unsustainable
unusually unwelcome unwilling uphold upload upscale urgently uss utmost utter utterly vacated
vaccinated vaccination valuation vancouver vanilla vantage variant variation vastly vegan
vehemently veiled velocity venice venus versatility vertical vertically veterinarian vetting
videotape vigilant vigilante vincent violently visibly visually vivian vivid vocabulary vogue
volunteered volunteering vowing vulcan vying waist waitress waive warden warfare warsaw washing
watcher waterproof watt weaponry weave weighing weighted welsh wembley westminster whale wheeled
whistleblower whitney wholly wicked widget wig wiki willingly winding winnipeg wipe wiped wired
wit withheld woe wolve woo wordpress worm wrenching wrist wwe xl yang yankee yearly yeltsin yen
yep yielded yitzhak zarif zhou zombie zoo zoom
""",
    40: """
ab abbott abduction abdul abdullah abraham absent abstract accelerated accent acceptance accession
acclaimed accompany accompanying accomplice accordance accounted accurately acid acquiring acronym
actionable activate adaptation adapted adequate adjusted administered admiration admire adolescent
adopting advancement adverse adversity advert advertised advertiser advising advisor advocating
aerospace affidavit afterward agentic aggravated agreeing agriculture ah ahmad aiming airbus
airliner aisle akin ala alarming alaska alcoholic alexandria alexis algeria alice alien aligned
alignment alleging almasy alonso alter altered alternate alumni amanda amanpour amend amherst
amnesty amsterdam ana analytical analyzed analyzing angel angela angelina angered angle animated
answering anticipate anxious anytime apache api apiece appalling appetite applaud applause
appreciation appropriately archaeologist archaeology architectural arctic arkansa arnold arresting
arthur artifact artillery artistic ashraf asleep aspiration assassin assembled asserted assessing
assign assuming aston ate atletico atmospheric atomic atrocity attendance attendant attendee
attractive attribute audit aurora austria authentication authoritarian automate automobile autopsy
aviv awaiting awake awe ayatollah bachelor backbone backpack backup backward baggage baghdadi
baked baking bakr balancing bale bang bangladesh bangladeshi banker banning bare barry basket
batch bath battalion beache beard beatle beautifully bee beef beg behavioral beheading beji
belfast belgian believing beneficial benefited benefiting benghazi bergen berkeley bespoke beta
beth beverage beverly bidder bind binding biological biologist biology bipartisan bisexual bizarre
blackout blanket blasted bleeding bless blessed blessing blind blockbuster bloodied bloodshed
bloom bloomberg blossom blowing blunt blur boarded boasting bobby bodily boehner boeing bolster
bookmark booming boosted boring borrowing bothered boulevard boundary bout boycott bra brace
branding breathe breed brendan brewing bride briefed brigade bro broadcasting broadly brook
brutally buddhist buhari builder bulk bullying bundle burial burnett businessman butter buzz
buzzing cache caid calculate calculated caliber caller calorie cam cameroon campaigned campaigner
campbell campuse canal candle cane cannabis cannon capitalism captive cardena cardio caring carl
carol caroline carpet carrot carson carsten carved casing casket casually catalog catastrophic
catching cater caterer caucus cautious cctv cdc cease ceasefire ceiling celeb cellphone cement
cemetery censor census centralized certification chan changer chaotic chapel characteristic
characterized charismatic charitable charm chatgpt cheating checkout cheek cheered chi chile
christiane christianity christie chrome chronic chronicle chuck cincinnati cinderella cinema
circulated circulating citation clad clarification clarify clark clarke clarkson claude clause
clearance clearing clerk clicking cliff climbed climbing clinging cluster coache coaching coal
cocaine coerced cognitive cohen coin collaborator collectively collector colombian colonial colour
combating comedian comfortably commanded commanding commemoration commonwealth communicating
compact compassion compelled complaining complication composed composition comprehend comprise
computing concentrate concentrated concentration concession concise conclude condemnation
condemning confession configuration confined confront confusion congressman connecting conrad
considerable consistency consisting console consolidate conspiring construct constructed consular
contemporary contentious contestant contingent contradict contributor convey cooked cooker
cooperate coordinate coordinating copied copilot cord cornerstone cornwall correctly corridor
corrupt cotton couch counselor counterterrorism coupon courageous courtesy courthouse courtroom
crack cracked crafted crater credential crimea criteria critically criticised criticize
criticizing crossword crude curated curiosity curriculum curry customizable customize dade damning
dana dancer dare darkness davidson deadliest deaf dean debenture debuted deceased decent decisive
decorating decrease dedication deepen deepest defect definitive delaware delegate delight demise
demo dense dental departed dependency depict deposed depressed der derived derogatory des desantis
descend desired despair desperately destined destiny deter detonated detonating dev dhabi diagnose
diana dietary digging digit dimension dimensional diner dip diplomacy directing dirty disability
disabled disadvantage disastrous disbanded disciplined discovering discrepancy dish disk dismiss
dispatcher disproportionate disproportionately disrespectful disrupt disruption distinction
distraction disturbed divine diving divorced diy dmitry docked doj dominance donated dow downside
downward dragged dragon drain dreamed dressing drought du duck dude dug duke duration duritskaya
durst dzhokhar eagerly eagle earthquake easiest easter eaten ebay echoed eco economist edinburgh
efficiently elegant elementary elevate elevated eleven eliminated eliott ellen elusive embargo
embark embed emergence emma emmanuel emory empowering endangered endeavor endorsed endorsement
enforced enforcing engineered enhancing enlisting enrolled ensured envoy epidemic er erin erupt
escalate escalating escorted essebsi essence essex essid establishing evacuated evacuation
evangelical evasion eventual examiner examining excuse exec exhaustive exited exotic expedition
expenditure expire explode exploitation explored extract eyed factual faculty fairness fallout
falsely fancy farming farther fascinating fascination fatality fatigue favorable favored fda
fearing feminine feminist fence fend ferrari fiber fictional fidelity fiery figured filling fined
firefighter firework firsthand fishing fitted fitting fixe fixing flame flash flaw flawed flip
flipboard flooded flowing foe fog foray forbe forbid forbidden forefront forgive fork forty fossil
fraca fragile fragment francois franklin frankly fred freelance freezing frequency frightened
fringe frontier frontrunner fugitive fulfilling fundamentally gadget gag galaxy garbage garcia
gareth garlic gaze gdp generative generous gentle gerard germain ghani ghost gig git glasgow glove
goalkeeper gonna goodluck goodwill gore gorgeous governing governmental gown grader graduated
grammar grandchildren graph gratitude greenhouse gregory grim gross guarded guessing guinea gum
gunbattle gunman gunned gut ha habib hacked hacker haider hail haley ham hammered hammond han
handler handshake handy hank happily happiness hardcore hardened hardest harmful harper hart
hassan haul haunt hawk hazard hazardous healing heartbreaking heartbroken heartfelt heartland
heather heating heavyweight hebrew heck hefty heir helen henderson herb hernandez herzog hid hike
hinted historian hitler hiv ho hockey holland hollande holme homosexual homosexuality honda hone
honesty honey honoring hood hook hop hormone horrified horrifying hounded hourly hug hugh hughe
hugo hull humble humiliating humor hungarian hunger hungry hunter hurdle hurled hygiene hype hyper
ibm iceland icy id ignite illegitimate illicit illusion illustrate illustrated imagery imagined
immense imminent impacted impeachment impending implicated imply impoverished impress impressed
inadequate inclusive indefinitely indicative indigenous indirect individually indonesian
inefficient inexcusable infamous inference inflation inflict inflicted influx infrared ing
inhabited initiated injuring injustice innocence input insider inspection instability installing
insurer insurgent intact intake integral inter interfere interference interfering internationally
interpreted interrogation interruption interstate intervened interviewing intimate intimidation
intuitive invalid invention invested invite inviting ios iraqis irs isaac issuing iteration iv
jacket jacob jake jar java javascript jaw jihad jihadis jointly joking jolie jong joshua judged
judiciary juice julia jungle justification justified kabul kardashian karen kate katie kazakhstan
ken kennedy kenny kent khan kiev kiss km knock knot kurt kyle lacked lamented lancaster lap lashed
latino latvia laughed laundry lausanne lawn laying lazy leaking leap lease lecturer legitimacy
leicester leisure lemon leone les lgbt li liam liar liberation liberia libyan licence lieutenant
lifeline lifelong liga lighter likewise likud lily lincoln lineage liner lineup linger linking
lionel literature litigation livelihood lively llc llm lloyd loaded loading locker logged logging
logistical logout londoner longstanding lopez lottery louisville lounge lowered lu luca luke lured
luxurious lynch lynching lynn lyric mac macron madness magical magistrate magnificent mailonline
mainland maj malaysian malcolm malicious malik mammal mandatory manifest manipulated mansion
manslaughter manuel manufacture marble marc march marcus margaret marginalized mario marketed
marketer marshal martial martinez marvel masked maternity maturity mcconnell mcdonald mclaughlin
measurement measuring medicare melt memo memoir mentality mentally mercury mercy merge messaging
messenger messi messy meta micro midfielder midland midwest migration milan milestone mill
millennial mimic minimizing miracle misconception misconduct miserable misery misguided mistaken
mit mitch mitigate mitt mlb mm mo moderation modify monarch monk monkey montana monument moody
morgue morocco moss mosul motivate motorist mounting mourinho mourn mourning mps multimedia
multinational mum munich murderer murphy murray mushroom myanmar myriad myth naming nathan
nationalist navigate nazis nearing neat nebraska nefarious neighbour nevada newark newsroom neymar
nhs ni niche nicknamed nico nicola nightclub nightlife nikki nineteen ninety nixon noah nobel
noble nominated noodle noon norman nostalgia notch notebook notify notorious npr nude nursing
nutrition nutritional ny nyc oak obamacare obesity observation obstruction occupation occurrence
offender offending olive oliver onboarding onset ontario operative optimism optimistic optimizing
optional orbit orchestrating ordering organ originate orlando orlean ou outage outfit outgoing
outline outpouring outreach ovarian overlook overlooked overshadowed overthrow overturn overturned
overwhelmed owning oxford paced packet packing pad pakistani pal palestine palmer panama panicked
parade parameter paramilitary parental pariba parked parker parody parole partially partisan
passive paste patch patent pathway patricia patron pave paycheck payout pc peacefully pedro peek
pen penis penn perez performer perk perry persecution personalization peshawar pete pharmaceutical
pharmacy phd philadelphia piano pic pickup pie pierre pig pile pillar pinned pioneer pistol
pitched pitt pittsburgh placement plague planetary planting playbook plight ploy plumbing plunge
podium poet poised poisoned polar polished portable portrayal portrayed portugal posing positioned
positioning potter pour poured powder pr practicing pray prayed preacher precaution precedent
precise precisely predator predecessor predicting prediction premature prep presbyterian
prescription presenting preserved pressured prevailing priest printed printer proactive
probability probable problematic processed proclaimed profession professionalism profiling
profitable profoundly progressed projected prolonged promptly prone proposition proprietary
prosecute prosecuted prosecuting prospective prosperity prostitute proudly provocative provoke
provoked proxy psychology punched punishing punk pupil purportedly pyramid qatar qualifying
quarterback questionable quietly quo rabbit rabu raced racially rack radiation radicalization
raided ramaswamy rang ranger ransom rap raping rapist ratio raymond reacted reagan realised
reasoning rebuild recognise reconciliation recorder recounted recovering recreation recreational
recruiter recurring redemption referee referencing referral refine refined refresh refuge regulate
rehabilitation reid reigning rein reinstated reiterated rejection rejoin relax relevance
reliability reliance relied relocation reluctant remainder remembering removal rendered renovation
renowned rental rented reopen repeating repository researching reset residential resilience resist
resistant respectful respective respondent responsive restored restrict restricting retaliation
retiring retrieve retro reunion reunite reunited rev reversal reversed revision revive revoke
rewarded rey rhode rhythm richer richest rider ridiculous rigid ripped ritual rivalry robbery
roberto robertson robotic rocky rodger rodriguez roi romance rome romney ronaldo rooted rope
rosberg ross roster roundup routinely rudolph ruined ruler rushing russell rust ruth ruthless saba
sacred sacrifice sae safeguard sailor sake salute samantha sanchez sanctuary sand sara satire
satirical satisfaction satisfied satisfy satisfying saudis savage savvy scalability scaling
scanning scare scathing scholarship schoolgirl schultz scot scrambling sculpture se seafood sealed
seamlessly searcher seasonal seasoned seated secretive sectarian seize seizing seizure selma
semantic semi sensation sensitivity sensor sequel sergey sergio seventy severed sexuality shaabi
shabaab shah shaken shakespeare shaking shark shattered shaw shelf shipment shipped shoichet shook
shooter shootout shout shouting showdown shutdown sic sidewalk sierra significance signup silicon
silva similarity simmering simpler sin sincerely singh sink siren skeleton skepticism sketch
skiing skipper skull skype slashed slaughter sleek slide slipped slogan slope slower slumped slur
smash smashed smiling smoking smoothly smuggler smuggling snapshot snowfall soap soared soaring
sobering solidarity somali sony sophie sorrow soup sourced spa spacecraft spaniard spared sparking
spawned spec specializing spectator speculated speeche spelling spice spike spiked spilled spine
spiral spiritual spite splinter spohr spoiled spoiler spouse spray sputnik stabbed stabbing
staging standoff standout stare staring starter startling stat stating steal steam steered stemmed
stepfather stephanie stepmother sticking stigma stole stomach storing strain strained strand
strawberry streak streamed strengthening stricter stride stripe stubborn stuffed stumble stun
stunt stupid submission substantially succession successive successor sudanese sued suicidal
suitor summoned superintendent superstar suppress surged surrender surrey sussex suv suzanne
swansea swath sweat sweater swedish sweep swept swiftly swim swirling switched symbolic symbolism
systematic systematically tackling tailor talented tampa tangible tanzanian taped tarmac tasked
taxi teachable teache technically technician tel telegraph tent tentative terminate terrain
terrific terry thai thanked thanksgiving theatrical themed theology therapist thick thigh thompson
thread thrift thriller throat throne thumb tide timed timothy tina tire tissue toilet tokyo
tolerated tomatoe tomb tonne tooling toolkit torture tory tossed tottenham touching towering
trafficker trafford trait trajectory tran transforming translated transmission traumatic travelled
traveller travelling trek trevor tricky trillion trio trivial trooper tumblr tumor turnaround
tutor tutorial twelve twisted uber uh unauthorized unaware uncertain unchanged unconstitutional
unconventional undergo undergoing undergone undergraduate underlying undermined undisclosed
undocumented undoubtedly unemployed unfair unfit unfold unhealthy unicef unilateral uniquely unite
universe unlock unnamed unofficial unpopular unsafe unspecified unstable unsuccessful unsure
updating upfront upgraded upheld uploaded uprising upside upward urgency url usable usb username
utilizing ux va vacuum vague valencia varied varying vatican verbal verbally verge verification
verified vermont vest vet veto vicious vietnamese viewing vigil vigorous villain vintage virgin
vitamin vivek voiced volatile voluntarily von vow voyage vulnerability waging wallace walsh wang
ward warmer warmth warplane warship wary wash washed watchdog weaken weaker wealthiest wearable
weed weighed wendy wet whatsoever whisper wholesale widow width wielding wikipedia wildfire wildly
wimbledon wireless wishe wished wishing withdraw withdrawn withdrew withstand witnessing wive
wizard wooded wooden wording workforce workload worn wounding wow wrestling wright yacht yelling
yorker youthful zionist
""",
    60: """
abadi abdu abducted abusing abusive accelerate accepting accessibility accessory accidentally
accommodate accomplish accomplished accord accountable accusing achieving acquired acre acted
activated actively adapt addiction adjustment admitting advancing advise aerial aesthetic
affecting afp aggregate aggression aggressively aging ahmed airplane airspace alan albert albright
alerted algorithm allah allen altercation altitude altogether amateur ambitious ambulance
ammunition amy andre android ann annually anthony anticipation antonio anymore appealing appliance
applicant arabian arabic arguably arise armored arranged arrangement ashley aspiring assailant
assess assessed assignment assisted assumed assure astronaut attracting attraction auction aunt
austin authentic automatic automotive autonomous autumn avoided avoiding await awful bacteria
baker balanced banner barnett barred basement battlefield bean bearing beast behave behaviour bell
belonged bench bent berlin bernard berry bet betting bible bike billboard billionaire birmingham
birthplace bishop blend bloc blocking blogger boarding bold bombed bonus booking boom boosting
borrow botelho bow brad branche bread breathing brick briefing brink brit briton broker brooklyn
brutality buck bucket bull buse ca cabin cake calif cambridge campaigning cancel cancellation cape
capt capturing cared cargo caribbean casting casual catherine certified chad challenger chamber
chant chanted charging chasing cheaper checkpoint cheese chef cherry chest chilling chocolate
christ chunk cia cite citizenship clashe cleaned cleveland clever clinical closure cloth cnnphoto
coastal cocktail coffin collapsed collecting collided collision colony colored columnist comeback
commentary commented compile compiled complain comply condemn confessed confronted confusing
consecutive consensus conservation considerably consistently constraint consultation consume
consumed consuming consumption container continuous continuously contracted contrary contributing
controller controlling conventional convincing cooper coordinated coordination coordinator coroner
cosmetic costa costly costume counsel counted counting coup courage crackdown cream creativity
creature credible credited cricket crop cruel cruz crying crystal curb curious currency curve
customized cute cyber cybersecurity cycling dairy danny dashboard dated daunting dawn dc dealer
debris deck declaration declining default deficit delete deleted deliberate delicate delicious
delighted demonstrated demonstrating denial denounced denying dependent depicted deposit deserved
designated desktop dessert destroying destructive detected deteriorating determination determining
detroit devastation devoted di diagnosis diamond dick dictator diego differ differently difficulty
dig dire disagree disagreement disappear disappointment disclose displaced disposal disputed
distant distinctive distress distribute divided divorce doc dose dot dougla draft dreaming drill
drone drunk dual dubai duchess duncan duo dusseldorf earliest ebola echo edit edited editing
educate educated educator edward egg egyptian elaborate elder elect electoral elephant embarrassed
embedded embracing emily emission emphasis employ empower encompass encountered endure endured
enforce enhanced entertaining enthusiasm enthusiast entitled epic epsilon equipped equity
escalation essay esteem ethic ethical euro evaluating evident evolution evolve examination exceed
exceeded excel exception exceptional excessive excitement execute exhibit exhibition existed
expecting expelled experimental exploit exploration expressing extending fa facial faction famed
famously fantasy faq fare farewell fat fatally fault favourite feared feat felony fernando fever
fiction fifty filmed filter finale financially financing firearm fist fixture flagship fleeing
floating flooding fluid footballer footprint foremost forgiveness forgot forming fortunate foul
founding francis freed freeze frequent frustrated frustrating ft fueled fulfill furious gaming
gardening gary generating genetic genius genre geographic github glance glory gmt goodbye gordon
governed gps grabbing grace gradually grandparent grass greece greek greeted grief grip grocery
guaranteed guerrilla guided gunfire gunshot habitat hack hailed halfway halloween halt handgun
harassment harbor harmony harvard hatred hawaii hbo headache header healthier heaven hebdo helm
helmet hey highlighted hip hired hispanic holly homeless homeowner homicide honestly honored
horoscope horrible hospitalized housed houthis html hugely hurricane hurting hybrid ian identical
identifying ideological ideology ignoring illegally immune imperial importantly impose imprisoned
inbox inclusion incorporate incumbent indianapolis indicating indoor inevitable infant infected
inform injection insist insisting instantly instructed instructor instrument insurgency integrity
intellectual intensified intercept interim interpretation interrupted introducing inventory
investing invitation ipad irony isolation israelis istanbul jane javier jay jeb jerry jessica jew
jihadi jimmy jinping jo joan joked josh judicial julie jumping junior junk justify justin juvenile
kansa keith kenneth keyword kicked kicking kit knocked knocking kopp kuwait lago larry las lasted
laughing lawrence layout lazaro le leaked leaning lebanon lecture legislator legislature len
lesbian lethal leveraging liability licensing lied lightning likelihood limb limiting lined lining
lion lip liquid lisa listened lit literacy liverpool locate logical logistic logo lone longest
loop lovely lover loyalty lubitz luckily lufthansa luis lunch lung lyon made madeleine madison
mainstream makeup mandate manhunt mansour marco maria marie maritime marker marry mason massacre
mat matched math mature meantime measurable measured meat mechanical medal medieval mediterranean
melissa mentor mercede mess meteorologist methodology metric migrant mikhail millionaire min mini
minimal minimize minneapolis mississippi mixture mob modeling modified module mohamed monaco
monica monitored monster mood morale morgan mortgage mounted mp mph municipal murdered musical
mysterious nail naked nancy nationally nazi ncaa necessity needing negotiated negotiator neil
nephew nerve nervous networking neutral newcastle newer newest nfl nichola nickname ninth nod
noise nonetheless nonprofit norm northeastern northwestern norway nose notable notably notified
nursery nutrient objection obligation observatory observe observed obstacle occupied offended
offset onion onlooker opener openly opt opted optimization optimize organizational orientation
oriented ousted outdated outlook output outraged outskirt outspoken overcome overhead oversee
oversight owe owen ownership oxygen packaging painful painted painting pairing pale pan panic par
paradise parallel parenting parliamentary partial passport password pat patience pause pdf pence
pentagon pepper percentage perception permanently permitted persian persistent personalized
persuade philosophy phoenix pill pin pipeline pit pivotal pizza plain plaintiff planner plc
pleading pleasure poison polish polling pollution poorly pope popping populated positively
postponed pot powerhouse practically practiced praise praying precious precision predict
predictable predicted predominantly pregnancy presenter preserving pressed pressing prestigious
prevented preventing preview princess privately prix probation productivity profound programme
prohibit prohibited prompt pronounced prop proportion protective protesting provincial proving
psychologist pub publish publisher pump punished purchasing pure purely purported pursued pushe
qualification qualify quantity quarterfinal quarterly query quicker rage rallying rand ranked
raped rapper rarely rated reache readiness rear reception recession recognizing recruited
referendum refusing regain regarded registration reject relate releasing relying remind reminded
remotely renew reply rescuer reservation resign resilient resonate respected restoration
restricted resumed retained retake retirement revenge reverse reviewed reviewing revised rid rio
riot risky robinson roger rolled romantic ron ronald roof rookie rounded roy rubber ruin runway
saddened safer sang sank sarah scalable scaled scan scheduling scholar scottish scrap scream
screaming scrutiny searche seattle secondary securing semifinal seo seoul separatist sequence
servant settled severely shade shame sharply sheer sheikh shia shifting shine shipping shopper
shouted showcase shower shy sibling siege sigma silent simplify sing singapore sir skeptical ski
slam slammed slated slave slepian slice slight slim slip slot smarter smell snack snap snapped
sniper socially solar solo solved solving somalia sooner sounded sovereignty span spare specialty
spectrum spell spin sponsor spreading spurred stack staffer staged staggering stalled standpoint
staple stark starred static stationed statue statute steadily stealing stemming stereotype stern
stewart stint stir stored stormed straightforward strait stranded strategist streamline stretched
strictly stripped strive stroke strongest stronghold structural stunned submitted subordinated
subscriber subsequently subtle succeeded sugar suitable suited sunny superior supermarket
supervisor supplement supplier supportive supposedly surely surfaced surgeon surviving suspend
suspension sustainability swap sweden sweeping swimming swing swiss sympathy tab tail takeoff
tamerlan tap tass taxpayer technological ted teeth template temple temporarily tendency tender
tennessee tense terminal terrifying testament testify texture thankfully theft therapy thin third
thirty threshold tier tiger tikrit timely todd toddler toe toggle tolerate topped tore toronto
touche toxic tracked trailer transferred transgender translation transparent trash trauma treasury
tremendous triple triumph tropical troubling tsarnaev tuition tuned tunis tunisian turf turmoil
tweeting ugly ui unbelievable uncertainty uncommon uncovered underground undermine underwent
unemployment unfolding unidentified unlawful unpredictable unrelated unrest unveiled uproar utah
utility utilize vaccine vanished vega vendor verdict versatile viable vibe vibrant victor victoria
violate violated violating virtue visible voluntary voucher waited wallet walter warming warner
warren warrior wasted watche watson waving wayne weakened week welcoming welfare westerner
wilderness wire wisdom withdrawal woke wolf wondered wore workout workplace workshop worrying
worthy wrap wreckage wrongdoing www xi yeah yemeni yoga youngest youngster
""",
    90: """
aaron absolute abused acceptable accessible accommodation accompanied accountability accounting
accuse achievement acknowledge additionally addressed aden adjust administrator admission adopt
adoption advised advisory advocacy affiliated afghan aged aired alarm album alexander alike allege
allegiance allied alp alpha amendment analyze anchor anderson andrea andy announcing answered
anticipated anxiety apologize apologized appealed appearing applying appointed approaching approve
architect arena argentina arguing array arsenal artificial assaulted assertion assigned assume
assumption assurance assured asylum athletic attacking attracted authenticity authorized automated
automation availability awarded awesome awkward back backdrop backing backlash backyard badly
baghdad bail ballot banking barbara bardo barrier baseball bathroom battery battled battling
beaten bedroom beginner belgium belonging beloved belt bia bite bitter blew bloody boast boko
booked boot boris bottle bowl boxe boxing branch branded brave brazilian breach breakdown
breakfast breakthrough breast breath browser bruce buffalo bug bunch burden burn burned burst
buyer cable cage calculation cameron cap caption carter cartoon cat catering catholic celebrated
centered chancellor chanting charlotte chart chat checked checking cheer chicken chip churche
circle civic clarity classified classmate classroom climb clip clock closest coat cockpit coding
col collaborate collected columbia column commentator commerce committing companion comparing
compelling compensation competing complained completing completion complexity compound compromise
concrete condolence confrontation confused consent consist constitute consulting continent
contractor convenience convenient convention conversion convert converted convertible convince
convinced cook cookie cooperative cop copyright coronavirus correction correspondent counterpart
cousin craft craig credibility crowded czech dakota damaging dan dance dancing dar darren dave
davis dealt dear deciding declare declaring defeated defence defended defensive define defining
del delhi deliberately delta demographic demonstration demonstrator denver departure deploy
deployed deployment depression designing destroy detect detection detective devastated devastating
dining directory disappearance disappointing discipline disclosure discussing dishe disney
disorder displayed distributed disturbing diversity divide documentation domain dominant dominated
don donate donation doubled downtown drag dramatically dropping dry dust eager ear ecosystem
educational effectiveness elderly electrical electricity eligible embraced emerging emirate
emphasize emphasized empire employed en enabled enabling endless enjoying entity entrance equality
equally equivalent erupted es escaped ethnic eu evaluate evaluation eve evil evolved evolving exam
examined excess exclusively exile existence exit expanded expanding expansion experiment
explanation explicit explicitly exploded export extensive extradition extremism fairly fake fame
fantastic farmer fastest fed federation fierce filming filmmaker finishing firmly fiscal fish
flavor flee fleet flexible flood flown focuse fold ford forensic forest forgotten format formed
fort fortunately foster frame franchise fraternity fraud friendship frozen frustration functional
functionality funded funeral furniture gaining gang garage gather gen gene generated genuine
germanwing gesture glad glimpse globally grabbed grain grandfather grandmother grateful gray
greatly grenade grey grid guardian gym habit hadi hama hamilton hampshire handled haram hardware
harris harsh hat healthcare heated heel heightened hell helpful henry heritage heroe hidden hiding
highlighting highway hint hiring holy hometown horror horse hostile hosting houston houthi howard
humanity hungary hunt hunting icon iconic identification iii illinois imagination immigrant
implemented implementing implication import imposed improved inappropriate incentive inch index
indiana indictment indonesia inequality infection influenced influential ingredient inmate
innovative inspector inspiring install installation instant institutional insult intelligent
intend intensive interact interactive interface interviewed investigated investigative iowa iphone
ireland irish iron jailed jamie janet jason jeff jeffrey jeremy jerusalem jesus jon journalism
jurisdiction juror keen kenyan knife labeled laboratory labour laden landmark lane laptop lasting
latin laugh launching laura leak lean legally legendary legislative lengthy letting leverage libya
licensed lifetime lift lifted lifting lighting limitation listening load locally lock locked logic
loose lord loud louisiana loving lowest loyal luck mad madrid maintenance malaysia mall manhattan
manual marathon marched margin marijuana marking maryland mascot matching mate matthew max
maximize mechanic mechanism medication medicine melbourne memorable mere merger metal metro
metropolitan mexican michelle microsoft midst militia miller minded minnesota missile moderate
modest momentum moon moore moral mosque motivated motivation mount musician mutual mystery nasa
naturalization naturally nba necessarily negotiate negotiating nemtsov netflix netherland nick
nightmare nominee northeast northwest notification noting nut obituary obtain occasionally oldest
operated operational oppose opposing organic organisation organize organizer osama outbreak
overnight overview pact palm pandemic pant parking participated participating participation partly
passage passionate pastor patrick patriot peak pennsylvania perceived perfectly performing permit
perpetrator pet phil philip philippine photographed physician picking pink pinterest placing
pleased plunged pointing poland pole policing portfolio portray posed poster premiere premise
preparation presentation preserve presidency prevention prioritize privilege probe proceeding
productive programming promising promoted promoting prompting protein protocol proven pulling
punishment purchased pursuing pursuit python qualified quit quote raid rail random rapidly raw
react realistic reasonable recipient reckless recover recruiting recruitment reddit reflected
reflecting reflection refuse regard register regret regulator regulatory relaxed remembered
removing renewed reno rent rep repeat replaced replacing replied representation requiring rescued
resemble resignation resistance resolved responding restructuring resume retail retailer retain
retire retreat reuter revelation revolutionary rhetoric rifle rob robin robot rocket roman rough
rugby rumor rush rushed ryan sad saddam sadly sadness saint salaam salad salary salt sam sanaa
santa satellite scary scattered scheme scope screening script seal seamless sean searched secured
seed selected seller sentiment separated settle settlement sexually sgt shake shaped shaping
sharia shed sheet shelter shield shifted shiite shocking shoe shore shortage silver simon
simultaneously singing sized skilled slain slaying sleeping slowing slowly smoke smooth soccer
soil sole solely southeast southwest specialize specialized spectacular sporting stadium stamp
stance starring startup steady steel steep stem stephen stolen stopping strange stressed stretch
strip stronger structured studied stunning subjected subsidiary substance substitute suburban
sudan sudden sue sufficient suite summary surge survival survived survivor susan suspicion
suspicious sustainable sustained swift sydney symbol syrian tablet tailored takeaway tale taliban
tall tape taylor teammate teenage telephone televised tenure thailand theatre threw thrilled
thrive tiktok timing tired titled tolerance torn tower toy tracker traditionally trafficking
trainer transform transformation transformed translate transported trapped traveler treasure
treaty tribal tribe trigger triggered trophy troubled tube tunisia turkish twenty twin twist
ultimate ultra unacceptable unarmed uncomfortable underneath underway unity universal unnecessary
unprecedented ups urgent urging usage valid valued variable venture versus vessel vietnam villa
virus visa vocal voted wanting warn weak weakness wealth wealthy weigh weird wellness whatsapp
whereabout whilst wildlife willingness wine witnessed wrapped wreck yemen yield zealand
""",
    135: """
abandoned abc aboard abroad absence abu academic academy accurate accusation achieved acquire
acting actress addressing administrative admit adopted ads adventure advocate afford aftermath
agenda aggressive aide airstrike alabama alcohol alex ali align amazon ambition analytic ancient
anger anna announce anonymity anonymous apology appointment approache arabia arizona arrival
arriving asian assassination assembly assist athlete atlantic attached attacker attempted
attempting attending attitude attract attributed audio auto automatically avenue aviation band
banned barcelona barely basically bbc bear beating beer begun behalf belong ben beneath biden bin
bird birthday blamed blocked blow blown bob bomber boyfriend brazil brian bright brilliant
broadcaster broader brutal bullet buried burning button cabinet calendar caliphate canadian
canceled capitol carbon careful carefully carlo carrier castro casualty catch caution cbs
celebrating ceremony certificate chair challenged challenging championship chao charity charle
charlie chase cheap chelsea chemical chicago childhood chosen christopher clash cleaning cleared
clinic clothe clothing cloud clue coffee collaboration collapse collect collective colorado
combination combine combined comedy comfort comfortable comic commissioner commit commonly
communicate compare comparison compete competitor compliance composite con concert concluded
conclusion conducting conscious consideration consistent conspiracy constantly constitution
constitutional consultant contacted contained contest contrast contribute contribution conviction
cooking cooperation corporation corruption countless covering covid crazy creation crossing crown
cruise cry cuba cycle dalla damaged database decline deemed deeper defend defendant defender
defending defined definition delayed delivering demanded descent describing description desert
deserve designer desire desk desperate destroyed destruction detention diagnosed dialogue diet
diplomat diplomatic directed disappeared disappointed disclosed discussed dismissed dispute
distinct distribution dive dividend documented dominate donor download drawing drawn dress dressed
drew drinking dubbed dutch dying ease eating ed editorial efficiency egypt eighth el electric
elian eliminate elizabeth embrace emerge emotion employer employment encounter encouraged
encouraging enemy engaging engineer engineering enhance enjoyed enormous ensuring entering
entrepreneur environmental essentially establish establishment evan everyday exact examine
excellent exciting exclusive executed execution expense experiencing expertise explaining
exploring exposure expression extend extension extent external extraordinary factory fallen
falling farm fatal fate feedback festival fewer fidel filing finger firing fixed flat flew
flexibility flower focusing folk forcing forecast foreigner forever formal formally formula
fortune forum fought fox framework frank frequently fruit fundamental funny gained gallery gate
gay gaza gear generate getty gold golden golf gonzalez governance grab graduate grant granted
graphic grave greg grown guess guidance guideline gulf gunmen handed handful hang hanging harry
hashtag hate havana heading headquarter height helicopter hillary hire historically hitting hole
homeland hong honor hopeful horrific hostage hosted household http hub humanitarian hussein ice
ideal ignore ill implement implementation impression improvement improving inche independence
independently indicted industrial info innocent inquiry ins insisted inspiration inspire installed
instruction integrate integrated intense interaction interior intervention introduce introduction
invasion invest iraqi islam isolated jack jackson japanese jean jennifer jihadist jim joke
jonathan jone jordan jose joseph joy jr judgment jump jumped kelly kentucky kerry kevin kick
kidnapped kidnapping killer kim knee kong korean kremlin lab label lady laid lake landed landing
landscape lay layer lee legacy legend legitimate length lesson lewis liberal liberty license
linkedin listing literally loan login longtime lt lucky lying magic maintained maintaining manner
manufacturing marine marketplace mary mask matche matt maximum meal meaningful medium membership
memorial michigan midnight miguel milk mine minimum minor mirror mix mode mohammed monthly motion
motive motor mouth muscle nairobi narrative narrow nato naval navy nbc neck negative newly nigeria
nigerian nomination notion objective observer offense officially ohio oklahoma olympic operator
opposed opposite orange ordinary org organizing origin oscar outdoor outlet outrage oversea
overwhelming pacific pack paint pakistan participant participate partnership passion patrol
peaceful peer pending peninsula performed permanent personality personnel petition phase
phenomenon phrase physically pitch plea pledge pledged plot pocket pointed politically popularity
portion portrait pose possession posting poverty practical praised prayer prefer preferred
pregnant preliminary premium preparing pride primarily principal prisoner proceed processing
progressive prominent promote promotion properly prosecution protected provision psychological
publication publishing pursue puzzle quest questioned questioning quiet racing racism radar rain
ranging rape rating ray rebel recall recalled recipe recognition recognized recommended recording
recruit reduced reducing refer referred refugee registered rejected reliable relief remarkable
reminder repair repeated replacement represented representing reserve residence resigned resolve
resort restore restriction resulted resulting rice rick ride riding ring rising robust rolling
routine rss runner rural safely sample sanction saudi saved scandal scared scenario scientific
scoring scotland scratch sector seemingly segment seized selecting selection sensitive separately
server setup seventh shadow sharp shell sheriff shock shoot shoulder sick signal signature signing
silence similarly sixth sleep smartphone smile soft solid sophisticated soul soviet spark sparked
specialist speculation specy spoken spokesperson sponsored spotlight spy squad stability stable
statistic stepped steven stick storage stranger strengthen strict striker string strongly
struggled struggling stuck studying subsequent substantial suburb succeed successfully suddenly
suffer suggesting suggestion sum summit sunni surgery surprising surprisingly surrounded
surrounding survive sweet switch symptom tactic tag takeover talent talked tank tanzania targeting
taste taught taxe tea teach teaching technique tehran temporary tend tennis terrible testified
testimony threaten throw throwing thrown tight tim timeline toll ton tone tonight totally touched
tourism trace tragic trail transcript transparency treating tribute trick trusted tune turkey
ukrainian uncle understood unexpected uniform upcoming upgrade upper upset urge urged usa usual
vacation valley valuable vary vegetable venue verify viewed viral virtual virtually visibility
volunteer voting vowed vulnerable wage wale walker warm waste wedding welcomed wheel wider wild
wisconsin wise wonderful wondering workflow wound xinhua yard yellow
""",
    200: """
abortion accept accepted acknowledged acquisition ad adam advertise advertisement advertising
advice adviser affected affordable afraid aim aimed alive alliance ally alongside ambassador amp
andrew angry anniversary apartment apparent apple applied approached approval approximately
architecture archive argue argued argument arrive artist asia aspect assessment assistance
associate atmosphere attend attended aware awareness bag balance barack basketball bay beach bed
beijing belief benjamin birth blame blast boat bond bone boss boston bought bound brain bridge
broad broadcast broke broken bureau bus bush busy buying calm campus canada cancer capability
capable capacity captain capture card carolina cast causing celebrate celebration celebrity cell
centre chain chapter choosing chose christma church circuit circumstance cited citing classic
clean climate closing coach coalition collection combat command commander commitment communist
competitive completed complicated component comprehensive concept condemned conduct conducted
confident confirm congressional connect connected consequence constant construction context
continuing controlled controversy cool copy corner correct counter covered crashed creative
creator criticized crossed cuban cultural custom cutting dad danger daniel dating deadline deadly
dealing debut dedicated deeply defeat delivered delivery demanding democracy democrat demonstrate
deny depend depending depth destination detailed detained developed developing die dinner disaster
discount discover discovery discrimination discuss display distance diverse dna documentary dog
donald drama dramatic driven drove dynamic earn eat edition efficient elected electronic elite
emerged emotional empty encourage ending engage engaged engagement engine entered enterprise entry
episode equal era eric error escape est estate excited existing expand expectation expensive
explosion explosive exposed express extended fail failing faith false favor featured featuring fee
feed ferguson fill finish finished fitness fix flag fled floor flow follower footage forget
founded francisco fuel funding gap garden gas gathered gathering gender georgia giant gift
girlfriend glass globe gop governor grade greatest grew guarantee guest hair hall handling harder
harm headed heat heavily hero hide historic historical holder holiday hollywood honest hoped hot
housing ii illness immigration importance impossible impressive increasing incredible incredibly
indian indication informed infrastructure initiative innovation inspired institution insurance
integration intended intent intention interested introduced investigating investor invited
involvement involving iranian islamist italian italy japan jersey jet jewish joe johnson joining
juan jury kenya kilometer kingdom kitchen knowing korea labor launch lawmaker lawsuit legislation
library listed listen located log losing louis luxury mail maker managing manchester manufacturer
map marked marriage married massachusett master mayor mentioned meter method mexico mike minority
missed missouri mistake mixed mom monitor monitoring month moscow mountain movy multi museum
nationwide native navigation neighborhood neighboring netanyahu nice noticed numerous nurse object
obtained obvious occasion occur ocean odd offensive oil opponent organized originally outcome
outstanding pace package packed pain palace palestinian panel passing payment penalty perform
permission personally perspective peter photograph photographer photography picked pictured planet
plant plastic plate pleaded plenty podcast pool pop port possibly pound preference premier prepare
presented pricing prince principle print prior priority prize procedure produced producer
producing promised prompted proof propaganda proper proposal proposed prospect protecting
protester proved provider province pull pushed pushing putin qaeda queen quoted racial racist
radical raising rally rank ranking rapid reaching reaction reader realize realized receiving
recognize recommend recommendation recorded recovered recovery reduction referring reform refused
regime regularly regulation relevant religion religious rely remained remark remove repeatedly
replace reputation requested requirement reserved resolution retired returning revealing
revolution reward river rock roll root roughly route row royal sat score scored scott scroll
searching select sen senator sending sentenced separate severe sexual shape shareholder shirt
shocked shop shopping shut sight significantly singer skin sky slightly smaller smith snow solve
song spain spanish speaker spirit split spokeswoman spotted stated stayed staying stepping steve
stone stood stream streaming stress striking studio stuff submit subscription suffering suit super
supposed surface surprised surveillance survey suspected suspended switzerland tackle tear teen
temperature tension tested theater theme theory threatening ticket tied tiny tony touch tourist
tournament tracking tradition tragedy trained transaction transfer transition transport
transportation traveled traveling treat tree trending truck turning typical typically unable
unclear unknown unusual urban van vast viewer village violation virginia vision visiting visitor
visual vital vladimir volume walked warrant watched wave wear weekly weight widespread wilson wind
wing wood worried worst youth youtube zone
""",
    300: """
absolutely abuse accident achieve active activist actor actual admitted adult advance advanced
advantage affect afghanistan afternoon agree ai aid aircraft airline airport alert allegation
allowing alternative amazing analysis angele animal announcement annual ap appearance application
apply approved arab arm assault asset assistant association attacked audience australia australian
author award baby backed background ball ban bar basic basis beat beautiful beauty beginning bid
bigger block blog blood blue bomb bombing boost bottom box breaking bringing britain brown camp
captured carrying cash category caught ceo chairman champion channel chinese chris christian
civilian claiming click clinton closely closer coast cold colleague color commercial commission
committed committee competition complaint confidence conflict conservative consumer contract
controversial convicted corporate count coverage crash credit crew critic criticism cross crucial
cup custody dark day de debt decide declared delay deliver democratic denied deputy describe
determine determined develop developer direction discussion disease division domestic double doubt
draw dream driver drop dropped duty earned earning earth easier easily eastern edge editor
effectively element embassy enable england enjoy enter equipment essential established estimate
estimated exercise exist experienced explained expressed extra extreme extremely extremist faced
facility facing failure fair familiar famous fashion faster fbi fell fellow female file filed
filled finance fired fly flying focused foot fourth france fresh friendly fun function fund gain
generally george german god google gov grand greater green guard guilty gun guy handle happening
headline healthy hearing highest highlight highly hill hoping hotel husband identity illegal
imagine increasingly india influence initial initially injured insight instagram instance
institute interesting internal investigate involve iran islamic israeli item jail joined joint
journal journey keeping kill king knowledge la land largely larger league leg lie lifestyle linked
lived los lose loved maintain male manage managed marketing martin mass massive meaning meant
mental mention menu miami mid militant miss mobile movie muslim nature nearby negotiation neighbor
normal noted notice nuclear occurred older ongoing operate operating opposition ordered owned
paris parliament passed passenger path patient pattern paul paying percent perfect pick pilot
planning pm politician poll poor positive possibility potentially powered pre prepared presence
primary privacy profit progress promise protection proud prove publicly pulled purchase purpose
push putting ran rare reduce reference reflect regional regular relation relative remaining remote
removed reportedly represent representative republic required rescue researcher respect respond
responded responsible restaurant reveal rich richard rival rose round ruled ruling russian san
saving schedule scientist screen seat secret secure selling senate sentence serving session sex
sharing shift ship shortly shown sister sit sitting skip slow smart software sold soldier sort
sought specifically speed spend spending spread spring square stake standing starting status
stopped storm straight strategic strength struck structure struggle subscribe suffered suggested
suicide sun supply supported supporting supreme surprise syria targeted tax teacher tech technical
teenager telling territory terror terrorism testing texa thoma threatened tie tom topic tough tour
trade trading train treated trend troop trouble trump truth tweet tweeted ukraine ultimately
unique unlike variety veteran vice violent visited voter wait wake walking wall warned watching
web wide widely winner winter worldwide worry worse wounded writer younger
""",
    450: """
ability adding addition additional administration affair affiliate africa african agent agreed
agreement al alleged allegedly allowed amount analyst app apparently appeal approach armed army
arrived atlanta attention average avoid bank base behavior believed benefit bill born brand
brother budget buy calling camera candidate carried carry caused cent century changed changing
character charged china choose civil claimed client closed club code college communication
compared complete completely complex computer concerned conference confirmed congress connection
considered continued conversation core corp council cover creating criminal crisis critical crowd
customer damage dangerous debate declined deep degree demand design designed device difference
digital direct directly discovered district doctor document dollar door dozen drink drive driving
drug economic economy effect effective emergency employee ended energy enforcement english
entertainment europe european evening eventually exchange explain explore eye factor failed fast
favorite feeling feet felt field fighter fighting fine firm fit florida football forced foundation
founder freedom french fully generation germany giving grow growth guide happy hear heavy helped
helping holding host hurt identified identify improve income increased independent injury
intelligence internet investigator investment iraq isis island israel issued journalist judge kid
knew lack language launched lawyer leadership learned learning leaving letter limit limited link
location longer looked lower machine magazine majority management manager match material measure
memory michael middle ministry missing mission modern moved movement moving multiple murder music
natural net newsletter newspaper northern obama offered offering opened opening original owner
pair paper park pass peace performance period physical piece plane planned platform played playing
population powerful present presidential pressure pretty prevent previously prison pro produce
production professor profile property prosecutor protect protest provided providing quality
quarter quick race radio raise raised range reached reading ready reality receive remember
republican resident resource responsibility returned revealed revenue rise road robert russia safe
save scale scheduled science sea secretary section seek seeking sell send senior serve served
setting shared shooting showing signed simple simply size skill society solution sound southern
speak speaking specific speech spoke spot st station stock store strategy strike style subject
success successful suggest summer supporter suspect table talking target task television terrorist
text thinking tip title traditional traffic treatment trial trip trust uk understanding union unit
update updated vehicle version victory violence voice vote waiting walk warning weapon wearing
weather weekend western william window winning witness won worker worth write writing written
""",
    675: """
access account accused activity address age ahead america answer anti appeared arrest arrested art
article attempt attorney bad battle begin biggest billion bit board body book border boy break
british brought build built california campaign capital career central challenge chance check
child choice citizen claim class coming contact content county couple create created crime culture
current cut daily date daughter david dead decided defense detail development difficult east easy
education election email ensure entire environment evidence executive expect expert facebook fall
fan fear feature fight figure film final finally financial finding fire flight focus follow form
forward front gave girl global goal ground growing happen happened heard heart higher hold
hospital huge hundred immediately impact incident included increase individual industry interest
jame join justice killing largest leading learn legal light list living london loss lost low main
mark market medical meet meeting met mile mind model moment morning named needed network note
online operation opinion opportunity option organization page paid parent partner pay personal
phone picture player politic popular position posted potential practice press previous price prime
private product professional quickly rate reach received red region related relationship release
request require research response rest review risk room rule running safety sale scene season
sense sery short showed significant similar single situation son source space spent spokesman
sport staff stage stand standard stay street strong study technology test threat time tool total
town track training travel true turned type understand user victim view visit watch water west
wife win worked wrong
""",
    1000: """
act action agency air announced attack began black bring building car care center change charge
chief children clear close comment common community concern condition continue contributed control
cost data deal decade decision department died director due earlier effort event expected
experience fact father federal feel food force foreign free friend full future game general half
hand hard head health held history hit hope human idea image important information inside
interview investigation involved job john key killed kind large late latest law lead leave led
level line love major matter men message military minister minute money mother move nation north
offer office officer open order party person photo play policy political power process program
project provide published read reason recently record released remain return role school search
shot side sign site small south special star started step stop student taking talk thought
thousand turn tv twitter university wanted war washington website white woman women word wrote
york young
""",
    1500: """
ago american area asked authority based big business call case city court death early end face
find give good great hour house include international issue leader left local lot making man media
member national night number past plan point police post problem public put question real recent
result run security set share social start statement story support system team term top united
video working
""",
    2200: """
called company country family found government group high home including life live long million
official part place president service show thing work year
""",
    3300: """
state world
""",
    5000: """
cnn
""",
}
