//! Given and family names of people of many origins, and the language that goes with them. Put together at random; nobody is
//! meant.

use std::sync::LazyLock;

/// Names that go together.
pub(super) struct Origin {
    /// How many of a hundred people have such names.
    pub(super) share: usize,
    /// BCP 47 tag of the language that many of them speak besides English, or empty.
    pub(super) language: &'static str,
    pub(super) given: Vec<&'static str>,
    pub(super) family: Vec<&'static str>,
    pub(super) writes: Writes,
}

/// How a name is put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writes {
    /// Given name, sometimes an initial, family name.
    FamilyLast,
    /// Given name and the family names of both parents.
    TwoFamilies,
    /// Family name first, by some.
    FamilyFirst,
    /// Given name, the father's, the grandfather's.
    Fathers,
}

pub(super) static ORIGINS: LazyLock<Vec<Origin>> = LazyLock::new(|| {
    use Writes::{FamilyFirst, FamilyLast, Fathers, TwoFamilies};
    vec![
        origin(34, "", FamilyLast, [
            "Abigail, Alan, Alice, Amber, Andrew, Anna, Barbara, Ben, Beth, Brian, Caleb, Carol, Charles, Chloe, Claire, Daniel,
             David, Diane, Donna, Edward, Eleanor, Emily, Eric, Ethan, Frances, George, Grace, Hannah, Harold, Heather, Helen, Henry,
             Irene, Jack, Jacob, James, Jane, Jean, Jennifer, Joan, John, Joseph, Judith, Karen, Kate, Kevin, Laura, Linda, Lucas,
             Margaret, Mark, Martha, Mary, Matthew, Megan, Michael, Nancy, Nora, Olivia, Patricia, Paul, Peter, Rachel, Rebecca,
             Richard, Robert, Rose, Ruth, Samuel, Sarah, Scott, Sharon, Stephen, Susan, Thomas, Timothy, Walter, William",
            "Abbott, Adler, Arkwright, Atwell, Bancroft, Barlow, Bellweather, Birchall, Blackwood, Boothe, Bramley, Brightwater,
             Calloway, Carrow, Chandler, Clearwater, Cobb, Coldwell, Copley, Crabtree, Dallow, Darrow, Denholm, Dunmore, Eastlake,
             Ellery, Fairweather, Farrow, Fenwick, Fletcher, Gable, Garland, Goodwin, Greenhalgh, Hadley, Halloran, Harkness,
             Hathaway, Holloway, Ingram, Jessup, Kendrick, Kilbride, Lockwood, Lowell, MacLeish, Marlow, McAllister, Merriweather,
             Nightingale, Norwood, O’Dell, O’Rourke, Oakes, Paxton, Pemberton, Penrose, Prescott, Quimby, Radcliffe, Ramsey,
             Redfern, Ridley, Rowntree, Sedgwick, Shaw, Sinclair, Smith, Smythe, St. Clair, Stanhope, Talbot, Thackeray, Thornton,
             Underhill, Vance, Wainwright, Whitaker, Wildwood, Winslow, Woodhouse, Wycliffe, Yardley",
        ]),
        origin(16, "es", TwoFamilies, [
            "Adriana, Alejandra, Alejandro, Alma, Ana, Andrés, Ángel, Beatriz, Camila, Carlos, Carmen, César, Claudia, Daniela, Diego,
             Elena, Enrique, Esperanza, Esteban, Felipe, Fernando, Gabriela, Gloria, Guadalupe, Héctor, Inés, Isabel, Javier, Jesús,
             Joaquín, Jorge, José, Juan, Julia, Leticia, Lucía, Luis, Luz, Manuel, Marcos, María, Mario, Marisol, Miguel, Mónica,
             Natalia, Óscar, Pablo, Paloma, Raúl, Ricardo, Rocío, Rosa, Rubén, Sofía, Teresa, Tomás, Valeria, Verónica, Víctor",
            "Acosta, Aguilar, Álvarez, Arroyo, Ávila, Barrios, Benítez, Cabrera, Calderón, Campos, Cárdenas, Castañeda, Cervantes,
             Contreras, Cordero, Cortés, Delgado, Domínguez, Escobar, Espinoza, Figueroa, Fuentes, Gallegos, García, Guerrero,
             Gutiérrez, Herrera, Ibáñez, Juárez, Lozano, Maldonado, Medina, Méndez, Molina, Montoya, Morales, Muñoz, Navarro, Núñez,
             Ochoa, Orozco, Ortega, Pacheco, Padilla, Peña, Quintero, Ramírez, Reyes, Ríos, Rojas, Salazar, Serrano, Solís,
             Treviño, Valdez, Vargas, Vega, Velázquez, Villanueva, Zamora, Zúñiga",
        ]),
        origin(6, "hmn", FamilyLast, [
            "Bao, Chee, Choua, Dao, Gaonou, Hli, Houa, Ka, Kao, Kia, Kou, Lee, Mai, Mee, Neng, Nou, Pa, Pang, Paj, Pheng, Pao, See,
             Sheng, Soua, Tou, True, Xee, Xiong, Yer, Ying, Youa, Zoua",
            "Chang, Cheng, Chue, Fang, Hang, Her, Khang, Kong, Kue, Lee, Lor, Lo, Moua, Phang, Thao, Vang, Vue, Xiong, Yang",
        ]),
        origin(5, "ar", FamilyLast, [
            "Ahmad, Aisha, Ali, Amina, Amira, Bilal, Dina, Farah, Faisal, Fatima, Hala, Hassan, Huda, Ibrahim, Jamal, Khadija, Khalid,
             Layla, Mahmoud, Mariam, Mona, Mustafa, Nadia, Noor, Omar, Rami, Rania, Salma, Samir, Tariq, Yasmin, Youssef, Zainab",
            "Abboud, Abdallah, Al-Amin, Al-Hadi, Al-Sayed, Awad, Aziz, Bakri, Darwish, El-Khatib, Farouk, Ghanem, Habib, Haddad, Hamdan,
             Hijazi, Issa, Jaber, Kanaan, Khalil, Mansour, Masri, Nassar, Odeh, Qasim, Rahman, Saleh, Shaheen, Tahan, Zaki",
        ]),
        origin(4, "so", Fathers, [
            "Abdi, Abdullahi, Amina, Asha, Ayaan, Deeqa, Fadumo, Farhan, Hodan, Ifrah, Ismail, Khadra, Liban, Mahad, Mohamed, Muna,
             Nasra, Sagal, Sahra, Warsame, Yasin, Zamzam",
            "Abdi, Aden, Ahmed, Ali, Barre, Dirie, Duale, Farah, Guled, Hassan, Hersi, Hirsi, Ibrahim, Isse, Jama, Mohamed, Nur, Omar,
             Osman, Roble, Samatar, Sharif, Warsame, Yusuf",
        ]),
        origin(4, "vi", FamilyFirst, [
            "An, Anh, Bình, Chi, Cường, Dung, Dũng, Hà, Hải, Hạnh, Hiền, Hoa, Hùng, Hương, Khánh, Lan, Liên, Linh, Mai, Minh, Nam, Nga,
             Ngọc, Phương, Quân, Quỳnh, Sơn, Thảo, Thủy, Trang, Tuấn, Vân",
            "Bùi, Cao, Châu, Đặng, Đinh, Đỗ, Dương, Hồ, Hoàng, Huỳnh, Lê, Lý, Mai, Ngô, Nguyễn, Phạm, Phan, Tạ, Trần, Trịnh, Võ, Vũ",
        ]),
        origin(5, "zh", FamilyFirst, [
            "Bo, Chen, Fang, Fen, Hao, Hong, Hua, Hui, Jia, Jian, Jing, Jun, Kai, Lan, Lei, Li, Lian, Lin, Ling, Mei, Min, Ming, Na,
             Ning, Peng, Ping, Qing, Rong, Rui, Shan, Tao, Ting, Wei, Wen, Xia, Xin, Yan, Yi, Ying, Yu, Yun, Zhen",
            "Bai, Cai, Cao, Chen, Cheng, Deng, Ding, Dong, Fan, Feng, Gao, Guo, Han, He, Hu, Huang, Jiang, Liang, Lin, Liu, Lu, Luo, Ma,
             Pan, Peng, Qian, Shen, Song, Sun, Tang, Wang, Wei, Wu, Xiao, Xie, Xu, Yang, Ye, Yuan, Zhang, Zhao, Zheng, Zhou, Zhu",
        ]),
        origin(3, "ko", FamilyLast, [
            "Daeun, Dong-hyun, Eun-ji, Ga-young, Ha-neul, Hana, Hye-jin, Jae-won, Ji-hoon, Ji-min, Ji-woo, Joon, Kyung-soo, Mi-sun,
             Min-jun, Min-seo, Sang-woo, Seo-yeon, Seung-ho, So-young, Soo-jin, Sun-hee, Sung-min, Woo-jin, Yoon-ah, Young-mi",
            "Ahn, Bae, Baek, Cha, Cho, Choi, Chung, Han, Hong, Hwang, Im, Jang, Jeon, Jung, Kang, Kim, Ko, Kwon, Lee, Lim, Moon, Nam,
             Oh, Park, Rhee, Ryu, Seo, Shin, Song, Yoo, Yoon",
        ]),
        origin(5, "hi", FamilyLast, [
            "Aarti, Ajay, Amit, Anjali, Anil, Arjun, Asha, Deepa, Divya, Farhan, Geeta, Hari, Indira, Jaya, Kavita, Kiran, Lakshmi,
             Manish, Meera, Mohan, Nandini, Neha, Nikhil, Padma, Pooja, Priya, Rahul, Rajesh, Ravi, Rohan, Sanjay, Shreya, Sunita, Suresh,
             Uma, Vijay, Vikram",
            "Agarwal, Banerjee, Bhatt, Chakraborty, Chandra, Chopra, Das, Desai, Deshmukh, Gill, Gupta, Iyer, Jain, Joshi, Kapoor, Kaur,
             Khanna, Krishnan, Kulkarni, Mehta, Menon, Mishra, Mukherjee, Nair, Patel, Pillai, Rao, Reddy, Sen, Shah, Sharma, Singh,
             Subramanian, Varma",
        ]),
        origin(4, "", FamilyLast, [
            "Abena, Adaeze, Ade, Akua, Amara, Ayo, Babajide, Bisi, Chidi, Chika, Chinwe, Efua, Emeka, Femi, Folake, Ifeoma, Ikenna, Kofi,
             Kwame, Kwesi, Ngozi, Nkechi, Nneka, Obinna, Olu, Segun, Tunde, Uche, Yaa, Yemi",
            "Achebe-Ola, Adebayo, Adeyemi, Afolabi, Agyeman, Akande, Amadi, Ansah, Asante, Balogun, Boateng, Chukwu, Danso, Eze,
             Fashola, Igwe, Mensah, Nwosu, Obi, Ofori, Ogunleye, Okafor, Okeke, Okonkwo, Olaniyan, Osei, Owusu, Sarpong, Uzor",
        ]),
        origin(3, "pl", FamilyLast, [
            "Agnieszka, Andrzej, Barbara, Bogdan, Dariusz, Elżbieta, Ewa, Grażyna, Halina, Jacek, Jadwiga, Jan, Jarosław, Joanna, Kasia,
             Krzysztof, Łukasz, Magdalena, Małgorzata, Marek, Paweł, Piotr, Stanisław, Tadeusz, Wojciech, Zofia",
            "Bąk, Dąbrowski, Górski, Grabowska, Jankowski, Kamińska, Kaczmarek, Kowalczyk, Kozłowski, Król, Krawczyk, Lewandowska,
             Mazur, Nowak, Olszewski, Pawlak, Piotrowski, Sikora, Szymański, Walczak, Wieczorek, Wójcik, Woźniak, Wróbel, Zając, Zieliński",
        ]),
        origin(4, "", FamilyLast, [
            "Anders, Astrid, Bjørn, Britta, Dagmar, Dieter, Elke, Erik, Frieda, Greta, Günter, Hans, Heidi, Helga, Inge, Ingrid, Jürgen,
             Kai, Karl, Kirsten, Klaus, Lars, Lena, Magnus, Nils, Ole, Petra, Rolf, Sigrid, Sven, Ulla, Uwe",
            "Amundsen, Becker, Bergström, Braun, Carlsen, Dahl, Engel, Eriksen, Fischer, Groß, Hansen, Haugen, Hoffmann, Holm, Jäger,
             Jensen, Kaiser, Keller, Köhler, Krüger, Lindqvist, Lund, Maier, Möller, Nygård, Olsen, Östberg, Pfeiffer, Richter, Schäfer,
             Schröder, Sørensen, Vogel, von Arx, Wagner, Weiß, Åkesson",
        ]),
        origin(3, "fr", FamilyLast, [
            "Adèle, Anaïs, André, Benoît, Brigitte, Céline, Chantal, Cédric, Élise, Étienne, Fabrice, François, Geneviève, Gérard,
             Guerline, Hélène, Jean-Baptiste, Jean-Claude, Jacques, Josée, Léon, Loïc, Marie-Ange, Mathilde, Mirlande, Nadège, Noël,
             Pascale, René, Roseline, Solange, Yves",
            "Augustin, Beaulieu, Bélanger, Charles, Côté, D’Amours, Desrosiers, Dubois, Dupré, Étienne, Fontaine, Gagné, Joseph, Laforêt,
             Lamarche, Leclerc, L’Heureux, Lévesque, Mercier, Moïse, Morin, Pelletier, Pierre-Louis, Poirier, Rousseau, St-Fleur,
             Théberge, Toussaint, Valcourt",
        ]),
        origin(2, "tl", FamilyLast, [
            "Analyn, Arnel, Bayani, Cherry, Dalisay, Danilo, Evangeline, Ferdinand, Imelda, Jhun, Jocelyn, Ligaya, Lourdes, Luzviminda,
             Maricel, Nenita, Noel, Rizalina, Rodel, Rowena, Tala, Virgilio",
            "Abad, Aquino, Bautista, Batungbakal, Catacutan, Cruz, Dela Cruz, Dimaculangan, Esguerra, Lacson, Macaraeg, Magsaysay,
             Manalo, Pangilinan, Panganiban, Quiambao, Salonga, Santos, Sumulong, Tolentino, Villaroel",
        ]),
        origin(2, "", FamilyLast, [
            "Akiko, Daisuke, Emi, Haruki, Hiroshi, Keiko, Kenji, Mariko, Mei, Naoko, Noriko, Ren, Sachiko, Satoshi, Takeshi, Tomoko, Yoko,
             Yuki",
            "Abe, Fujita, Hayashi, Inoue, Ishikawa, Kimura, Kobayashi, Matsuda, Mori, Nakamura, Nishimura, Ogawa, Okada, Sakai, Sato,
             Shimizu, Suzuki, Takahashi, Tanaka, Yamada, Yoshida",
        ]),
    ]
});

fn origin(share: usize, language: &'static str, writes: Writes, names: [&'static str; 2]) -> Origin {
    let [given, family] = names.map(|names| names.split(',').map(str::trim).collect());
    Origin {
        share,
        language,
        given,
        family,
        writes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_are_a_hundred_and_no_name_is_blank() {
        assert_eq!(ORIGINS.iter().map(|origin| origin.share).sum::<usize>(), 100);
        for origin in ORIGINS.iter() {
            for name in origin.given.iter().chain(&origin.family) {
                assert!(!name.is_empty() && !name.contains('\n'), "{name:?}");
            }
        }
    }
}
