//! What can be drawn: the list of motifs, each with its name and the function that draws it. Every
//! function draws in the middle of a 640-unit sheet, standing on about y = 505, and leaves the wall,
//! the table and the placing to the scene. They are recipes of numbers found by looking at the result.

mod camp;
mod desk;
mod device;
mod dish;
mod harvest;
mod hobby;
mod home;
mod kitchen;
mod pack;
mod pet;
mod wear;

use super::canvas::Canvas;

/// Makes the enum and its tables from one list, so that no motif can lack a name or a drawing.
macro_rules! motifs {
    ($($motif:ident $name:literal $draw:path;)*) => {
        /// What a picture shows.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "each name is the thing it draws")]
        pub enum Motif { $($motif),* }

        impl Motif {
            /// Every motif, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$motif),*];

            /// The stable name that stands in picture keys.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$motif => $name),* }
            }

            pub(super) fn draw(self, canvas: &mut Canvas) {
                match self { $(Self::$motif => $draw(canvas)),* }
            }
        }
    };
}

motifs! {
    Apple "apple" harvest::apple;
    Persimmon "persimmon" harvest::persimmon;
    Tangerine "tangerine" harvest::tangerine;
    FruitBox "fruitbox" harvest::fruit_box;
    RiceSack "ricesack" harvest::rice_sack;
    Bread "bread" harvest::bread;
    Roots "roots" harvest::roots;
    Greens "greens" harvest::greens;
    Eggs "eggs" harvest::eggs;
    Noodles "noodles" dish::noodles;
    Stew "stew" dish::stew;
    RiceBowl "ricebowl" dish::rice_bowl;
    Bowl "bowl" dish::bowl;
    Porcelain "porcelain" dish::porcelain;
    Plate "plate" dish::plate;
    Dumplings "dumplings" dish::dumplings;
    RiceCakes "ricecakes" dish::rice_cakes;
    Cookies "cookies" dish::cookies;
    Fish "fish" dish::fish;
    Tea "tea" dish::tea;
    Jar "jar" pack::jar;
    Honey "honey" pack::honey;
    Bottle "bottle" pack::bottle;
    Pouch "pouch" pack::pouch;
    Seeds "seeds" pack::seeds;
    Cream "cream" pack::cream;
    Serum "serum" pack::serum;
    Pump "pump" pack::pump;
    Tube "tube" pack::tube;
    Lipstick "lipstick" pack::lipstick;
    Kettle "kettle" kitchen::kettle;
    Pan "pan" kitchen::pan;
    Pot "pot" kitchen::pot;
    Knife "knife" kitchen::knife;
    CuttingBoard "cuttingboard" kitchen::cutting_board;
    Cutlery "cutlery" kitchen::cutlery;
    Mug "mug" kitchen::mug;
    StripedMug "stripedmug" kitchen::striped_mug;
    Glass "glass" kitchen::glass;
    Thermos "thermos" kitchen::thermos;
    Dripper "dripper" kitchen::dripper;
    Container "container" kitchen::container;
    Vase "vase" kitchen::vase;
    Apron "apron" wear::apron;
    Tshirt "tshirt" wear::tshirt;
    LongTee "longtee" wear::long_tee;
    Sweater "sweater" wear::sweater;
    CableKnit "cableknit" wear::cable_knit;
    Socks "socks" wear::socks;
    Hat "hat" wear::hat;
    Beanie "beanie" wear::beanie;
    Tote "tote" wear::tote;
    Backpack "backpack" wear::backpack;
    Sneakers "sneakers" wear::sneakers;
    Scarf "scarf" wear::scarf;
    CheckedScarf "checkedscarf" wear::checked_scarf;
    Mittens "mittens" wear::mittens;
    Umbrella "umbrella" wear::umbrella;
    Ribbon "ribbon" wear::ribbon;
    Candle "candle" home::candle;
    Soap "soap" home::soap;
    Towel "towel" home::towel;
    Cushion "cushion" home::cushion;
    Blanket "blanket" home::blanket;
    Lamp "lamp" home::lamp;
    Clock "clock" home::clock;
    WallClock "wallclock" home::wall_clock;
    Plant "plant" home::plant;
    Basket "basket" home::basket;
    Diffuser "diffuser" home::diffuser;
    Broom "broom" home::broom;
    WateringCan "wateringcan" home::watering_can;
    Notebook "notebook" desk::notebook;
    Pens "pens" desk::pens;
    Pencil "pencil" desk::pencil;
    Stickers "stickers" desk::stickers;
    Ink "ink" desk::ink;
    Brush "brush" desk::brush;
    Envelope "envelope" desk::envelope;
    Tape "tape" desk::tape;
    Book "book" desk::book;
    Fan "fan" device::fan;
    Speaker "speaker" device::speaker;
    Radio "radio" device::radio;
    Headphones "headphones" device::headphones;
    Keyboard "keyboard" device::keyboard;
    Camera "camera" device::camera;
    Humidifier "humidifier" device::humidifier;
    Charger "charger" device::charger;
    Dog "dog" pet::dog;
    Cat "cat" pet::cat;
    CatToy "cattoy" pet::cat_toy;
    Leash "leash" pet::leash;
    PetBowl "petbowl" pet::pet_bowl;
    PetHouse "pethouse" pet::pet_house;
    Tent "tent" camp::tent;
    Lantern "lantern" camp::lantern;
    CampChair "campchair" camp::camp_chair;
    Stove "stove" camp::stove;
    Firewood "firewood" camp::firewood;
    CampTable "camptable" camp::camp_table;
    Bell "bell" camp::bell;
    Yarn "yarn" hobby::yarn;
    Puzzle "puzzle" hobby::puzzle;
    Guitar "guitar" hobby::guitar;
    Blocks "blocks" hobby::blocks;
    Bear "bear" hobby::bear;
    Train "train" hobby::train;
    BoardGame "boardgame" hobby::board_game;
    Present "present" hobby::present;
    Sewing "sewing" hobby::sewing;
}

impl Motif {
    /// The motif of that name, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|motif| motif.name() == name)
    }
}
